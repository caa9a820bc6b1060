// Every type of parameter, required, with a default, and optional; fed by constants, by pipeline inputs, and left out.
#pragma once

#include <mlpipe/mlpipe.hpp>

namespace twins::parameter_types {
using namespace mlpipe;

struct Consume {
  In<std::int64_t> integer;
  In<double> number;
  In<std::string> text;
  In<bool> flag;
  In<std::vector<std::string>> names;
  In<std::map<std::string, int>> table;
  In<int> integer_default = 3;
  In<double> number_default = 0.25;
  In<std::string> text_default = "it's \"quoted\"";
  In<bool> flag_default = false;
  In<std::vector<std::string>> names_default = {"a", "b"};
  In<std::map<std::string, int>> table_default = {{"one", 1}, {"two", 2}};
  In<std::optional<int>> integer_optional = {};
  In<std::optional<std::string>> text_optional = {};
  ContainerSpec container() const {
    return {.image = "acme/consume:1.0",
            .command = {"consume"},
            .args = {integer, number, text, flag, names, table, integer_default, number_default, text_default,
                     flag_default, names_default, table_default}};
  }
};

struct ParameterTypes {
  In<int> integer;
  In<double> number;
  In<std::string> text;
  In<bool> flag;
  In<std::vector<std::string>> names;
  In<std::map<std::string, int>> table;
  In<int> integer_default = -7;
  In<double> number_default = 1e-07;
  In<std::string> text_default = "";
  In<bool> flag_default = true;
  In<std::vector<std::string>> names_default = empty;
  In<std::map<std::string, int>> table_default = empty;
  In<std::optional<int>> integer_optional = {};
  void define(Pipeline& p) const {
    p.add(Consume{.integer = integer,
                  .number = number,
                  .text = text,
                  .flag = flag,
                  .names = names,
                  .table = table,
                  .integer_default = integer_default,
                  .number_default = number_default,
                  .text_default = text_default,
                  .flag_default = flag_default,
                  .names_default = names_default,
                  .table_default = table_default,
                  .integer_optional = integer_optional,
                  .text_optional = "given"});
    p.add(Consume{.integer = 10'000'000'000'000'000,
                  .number = 1.5,
                  .text = "yes",
                  .flag = true,
                  .names = {"1.10", "12:30", "~"},
                  .table = {{"2024-01-01", 1}, {"null", 0}},
                  .integer_default = 0,
                  .number_default = 2.0,
                  .text_default = "1e3",
                  .flag_default = false,
                  .names_default = {"only"},
                  .table_default = {{"k", -1}},
                  .integer_optional = 5,
                  .text_optional = "line one\nline two\ttabbed"});
  }
};

}  // namespace twins::parameter_types
