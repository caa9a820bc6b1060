// Mappings with known fields, read strictly: what is missing, unknown or of another kind is reported at its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mlpipe/diagnostic.hpp"
#include "yaml/node.hpp"

namespace mlpipe::load {

/// Collects what is wrong with one file.
class Reporter {
 public:
  Reporter(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  Diagnostic& report(Code code, const yaml::Node& node, std::string message, std::string hint = {}) {
    return diagnostics_.emplace_back(code, at(node), std::move(message), std::move(hint));
  }
  SourceLocation at(const yaml::Node& node) const { return {file_.c_str(), node.place.line, node.place.column}; }
  /// Of a node that should have been something else; `where` is `the image of a container`, `what` is `a text`.
  void wrong(const yaml::Node& node, std::string_view where, std::string_view what);
  bool failed() const { return has_errors(diagnostics_); }

 private:
  const std::string& file_;
  Diagnostics& diagnostics_;
};

/// The fields of one mapping, taken one by one. A field that holds null is as one that is not there.
class Fields {
 public:
  /// `what` names the mapping in messages: `a component`, `input `x``. Where `mapping` is none, that is reported.
  Fields(Reporter& reporter, const yaml::Node& mapping, std::string what);

  const yaml::Node* take(std::string_view name);
  const yaml::Node* require(std::string_view name);
  /// These report fields of another kind, and give nothing.
  const yaml::Node* take_mapping(std::string_view name);
  const yaml::Node* require_mapping(std::string_view name);
  const yaml::Node* take_sequence(std::string_view name);
  std::optional<std::string> take_text(std::string_view name);
  std::optional<std::string> require_text(std::string_view name);
  std::optional<bool> take_boolean(std::string_view name);
  /// A mapping of texts to texts.
  const yaml::Node* take_texts(std::string_view name);
  /// Reports what nobody took.
  void refuse_others();

  const std::string& what() const { return what_; }

 private:
  const yaml::Node* expect(const yaml::Node* field, std::string_view name, yaml::Node::Kind kind);
  std::optional<std::string> text_of(const yaml::Node* field, std::string_view name);

  Reporter& reporter_;
  const yaml::Node& mapping_;
  std::string what_;
  std::vector<std::string_view> known_;
};

/// A text, be it plain or quoted; nothing where the node is anything else.
std::optional<std::string> as_text(const yaml::Node& node);

}  // namespace mlpipe::load
