// What stands in a YAML file, with the place of everything in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mlpipe::yaml {

/// Where something begins; both count from 1, columns in bytes.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// A scalar, a sequence or a mapping. Aliases and merge keys are resolved; scalars are as they were written: what they
/// mean is said by `scalar.hpp`.
struct Node {
  enum class Kind : std::uint8_t { scalar, sequence, mapping };
  struct Member;

  Kind kind = Kind::scalar;
  bool plain = true;  ///< of a scalar: without quotes, and no block of lines
  Place place;
  std::string tag;              ///< as written and resolved (`tag:yaml.org,2002:str`); empty where there is none
  std::string text;             ///< of a scalar; empty where it is null
  std::vector<Node> items;      ///< of a sequence
  std::vector<Member> members;  ///< of a mapping: in the order of the file, keys unique

  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_sequence() const { return kind == Kind::sequence; }
  bool is_mapping() const { return kind == Kind::mapping; }
  /// The value of that key, or nullptr where this is no mapping or has none.
  const Node* find(std::string_view key) const;
};

struct Node::Member {
  Node key;  ///< a scalar
  Node value;
};

inline const Node* Node::find(std::string_view key) const {
  for (const Member& member : members) {
    if (member.key.text == key) return &member.value;
  }
  return nullptr;
}

}  // namespace mlpipe::yaml
