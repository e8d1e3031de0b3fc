// An editor for any options struct, made from its one option table (core/options.h).
#pragma once

#include <QWidget>
#include <functional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/options.h"

namespace tomocyte {

// One option without its struct's type: text in, text out.
struct OptionField {
  enum class Kind { number, integer, yesNo, choice, text };
  std::string name;
  std::string unit;
  std::string help;
  Kind kind = Kind::text;
  double minimum = 0.0;
  double maximum = 0.0;
  std::vector<std::string> choices;
  std::function<std::string()> get;
  std::function<void(const std::string&)> set;
};

// `options` must outlive the fields.
template <class S>
[[nodiscard]] std::vector<OptionField> fieldsOf(S& options) {
  std::vector<OptionField> fields;
  for (const Option<S>& option : option_table<S>()) {
    OptionField field;
    field.name = option.name;
    field.unit = option.unit;
    field.help = option.help;
    field.minimum = option.minimum;
    field.maximum = option.maximum;
    field.choices = option.choices;
    if (std::holds_alternative<double S::*>(option.member))
      field.kind = OptionField::Kind::number;
    else if (std::holds_alternative<int S::*>(option.member))
      field.kind = OptionField::Kind::integer;
    else if (std::holds_alternative<bool S::*>(option.member))
      field.kind = OptionField::Kind::yesNo;
    else if (!option.choices.empty())
      field.kind = OptionField::Kind::choice;
    field.get = [&options, &option] { return get_option(options, option); };
    field.set = [&options, &option](const std::string& text) { set_option(options, option, text); };
    fields.push_back(std::move(field));
  }
  return fields;
}

class OptionForm : public QWidget {
  Q_OBJECT
 public:
  explicit OptionForm(std::vector<OptionField> fields, QWidget* parent = nullptr);

  // Shows the values that the struct has now.
  void refresh();
  // The editor of an option, by the option's name; null when there is none.
  [[nodiscard]] QWidget* editor(const std::string& name) const;

 Q_SIGNALS:
  void edited();

 private:
  struct Row {
    OptionField field;
    QWidget* editor = nullptr;
  };
  [[nodiscard]] QWidget* makeEditor(const OptionField& field);
  void write(const OptionField& field, const std::string& text);
  std::vector<Row> rows_;
};

}  // namespace tomocyte
