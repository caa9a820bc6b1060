#include "dsl/concat.hpp"

#include <algorithm>
#include <utility>

namespace mlpipe {
namespace {

using Words = std::vector<ContainerArgument>;

constexpr std::size_t most_inputs = 3;  // each doubles the number of texts

struct Answer {
  const detail::IfPresent* question;
  bool present;
};

bool ask_the_same(const detail::IfPresent& a, const detail::IfPresent& b) {
  return a.input_name == b.input_name && a.input.value.id == b.input.value.id;
}

/// Puts what is left behind a text. At the first item that asks for an input of which nothing is known yet, what
/// follows is written out for both answers.
class Joining {
 public:
  explicit Joining(const Words& items) {
    for (const ContainerArgument& item : items) left_.push_back(&item);
    std::reverse(left_.begin(), left_.end());
  }

  std::optional<ContainerArgument> join() && {
    while (!left_.empty()) {
      const ContainerArgument& next = *left_.back();
      left_.pop_back();
      if (const detail::Concatenation* within = next.concat()) {
        for (auto part = within->parts.rbegin(); part != within->parts.rend(); ++part) left_.push_back(&*part);
        continue;
      }
      const detail::IfPresent* choice = next.if_present();
      if (choice == nullptr) {
        text_.append(next.text());
        continue;
      }
      const Answer* answer = answer_for(*choice);
      if (answer == nullptr) return both(*choice);
      if (!choose(*choice, answer->present)) return std::nullopt;
    }
    return ContainerArgument(text_);
  }

 private:
  const Answer* answer_for(const detail::IfPresent& choice) const {
    const auto known = std::find_if(answers_.begin(), answers_.end(),
                                    [&](const Answer& answer) { return ask_the_same(*answer.question, choice); });
    return known == answers_.end() ? nullptr : &*known;
  }

  bool choose(const detail::IfPresent& choice, bool present) {
    const Words& words = present ? choice.then : choice.otherwise;
    if (words.size() > 1) return false;
    if (!words.empty()) left_.push_back(&words.front());
    return true;
  }

  std::optional<ContainerArgument> both(const detail::IfPresent& choice) const {
    if (answers_.size() == most_inputs) return std::nullopt;
    const auto one = [&](bool present) -> std::optional<ContainerArgument> {
      Joining rest = *this;
      rest.answers_.push_back({&choice, present});
      if (!rest.choose(choice, present)) return std::nullopt;
      return std::move(rest).join();
    };
    auto then = one(true);
    auto otherwise = one(false);
    if (!then || !otherwise) return std::nullopt;
    return detail::IfPresent{choice.input, choice.input_name, {*std::move(then)}, {*std::move(otherwise)}};
  }

  Text text_;
  std::vector<const ContainerArgument*> left_;  // the next one last
  std::vector<Answer> answers_;
};

}  // namespace

ContainerArgument concat(Words parts) { return detail::Concatenation{std::move(parts)}; }

namespace detail {

std::optional<ContainerArgument> join_words(const Words& items) { return Joining(items).join(); }

}  // namespace detail
}  // namespace mlpipe
