#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "mlpipe/json.hpp"

namespace mlpipe {
namespace {

constexpr std::size_t max_levels = 512;

/// Reads a text and keeps count: nlohmann's events do not say where they happen.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** furthest) : at_(at), furthest_(furthest) {}
  reference operator*() const { return *at_; }
  CountingIterator& operator++() {
    *furthest_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }

 private:
  const char* at_;
  const char** furthest_;
};

/// Builds the value from the parser's events; an event that gives false ends the parse.
class Builder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Builder(std::string_view text, const char* const* furthest) : text_(text), furthest_(furthest) {}

  std::variant<Json, JsonError> take() && {
    if (error_) return std::move(*error_);
    return std::move(result_);
  }

  bool null() override { return add(Json()); }
  bool boolean(bool value) override { return add(Json(value)); }
  bool number_integer(number_integer_t value) override { return add(Json(value)); }
  bool number_unsigned(number_unsigned_t value) override { return add(Json(value)); }
  bool number_float(number_float_t value, const string_t&) override { return add(Json(value)); }
  bool string(string_t& value) override { return add(Json(std::move(value))); }
  bool binary(binary_t&) override { return false; }  // there is none in JSON text

  bool start_array(std::size_t) override { return open(false); }
  bool end_array() override { return close(); }
  bool start_object(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }

  bool key(string_t& name) override {
    // Where keys come sorted, as in what was written by a program, this is one comparison.
    auto& members = open_.back().members;
    open_.back().sorted = open_.back().sorted && (members.empty() || members.back().key < name);
    members.push_back({std::move(name), Json()});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& cause) override {
    std::string_view reason = cause.what();
    if (const auto end = reason.find("] "); end != std::string_view::npos) reason.remove_prefix(end + 2);
    if (const auto end = reason.find(": "); reason.starts_with("parse error at") && end != std::string_view::npos) {
      reason.remove_prefix(end + 2);
    }
    // What was read last may be anything, broken UTF-8 included; the offset says it better.
    std::string message(reason);
    if (const auto from = message.find("; last read: '"); from != std::string::npos) {
      const auto to = message.find("'; expected", from);
      message.erase(from, to == std::string::npos ? to : to + 1 - from);
    }
    return fail(std::move(message), position == 0 ? 0 : position - 1);
  }

 private:
  struct Level {
    bool object = false;
    bool sorted = true;
    Json::Array items;
    Json::Object members;
  };

  bool add(Json value) {
    if (open_.empty()) {
      result_ = std::move(value);
    } else if (open_.back().object) {
      open_.back().members.back().value = std::move(value);
    } else {
      open_.back().items.push_back(std::move(value));
    }
    return true;
  }

  bool open(bool object) {
    if (open_.size() == max_levels) return fail(fmt::format("more than {} levels", max_levels), here() - 1);
    open_.emplace_back().object = object;
    return true;
  }

  bool close() {
    Level level = std::move(open_.back());
    open_.pop_back();
    if (!level.object) return add(Json(std::move(level.items)));
    auto& members = level.members;
    if (!level.sorted) {
      const auto by_key = [](const Json::Member& a, const Json::Member& b) { return a.key < b.key; };
      std::sort(members.begin(), members.end(), by_key);
    }
    const auto same_key = [](const Json::Member& a, const Json::Member& b) { return a.key == b.key; };
    const auto twice = std::adjacent_find(members.begin(), members.end(), same_key);
    if (twice != members.end()) return fail(fmt::format("key `{}` stands twice in one object", twice->key), here() - 1);
    Json object = Json::object();
    for (auto& member : members) object.set(std::move(member.key), std::move(member.value));
    return add(std::move(object));
  }

  std::size_t here() const { return static_cast<std::size_t>(*furthest_ - text_.data()); }

  bool fail(std::string message, std::size_t offset) {
    if (!error_) error_ = JsonError{std::move(message), std::min(offset, text_.size())};
    return false;
  }

  std::string_view text_;
  const char* const* furthest_;
  std::vector<Level> open_;
  Json result_;
  std::optional<JsonError> error_;
};

}  // namespace

std::variant<Json, JsonError> parse_json(std::string_view text) {
  const char* furthest = text.data();
  Builder builder(text, &furthest);
  const CountingIterator begin(text.data(), &furthest);
  const CountingIterator end(text.data() + text.size(), &furthest);
  nlohmann::json::sax_parse(begin, end, &builder, nlohmann::json::input_format_t::json, /*strict=*/true);
  return std::move(builder).take();
}

}  // namespace mlpipe
