// Where text goes while it is written.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "mlpipe/compiler/write.hpp"

namespace mlpipe::ir {

/// Keeps all of it.
class StringSink final : public TextSink {
 public:
  void write(std::string_view piece) override { text += piece; }
  std::string text;
};

/// Collects small pieces and hands them on in large ones. Call flush() at the end: the destructor does not, since
/// handing on may throw.
class TextBuffer {
 public:
  explicit TextBuffer(TextSink& sink) : sink_(sink) {}
  TextBuffer(const TextBuffer&) = delete;
  TextBuffer& operator=(const TextBuffer&) = delete;

  void push_back(char c) {
    if (size_ == capacity) flush();
    data_[size_++] = c;
  }
  void append(std::string_view text) {
    if (text.size() > capacity - size_) return append_large(text);
    std::memcpy(data_ + size_, text.data(), text.size());
    size_ += text.size();
  }
  void append(std::size_t count, char c) {
    for (; count > 0; --count) push_back(c);
  }
  void flush() {
    sink_.write({data_, size_});
    size_ = 0;
  }

 private:
  static constexpr std::size_t capacity = 1 << 16;

  void append_large(std::string_view text) {
    flush();
    if (text.size() >= capacity) return sink_.write(text);
    append(text);
  }

  TextSink& sink_;
  std::size_t size_ = 0;
  char data_[capacity];
};

}  // namespace mlpipe::ir
