// Editors by kind of option; numbers have a point whatever the locale.
#include "ui/option_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "core/error.h"

namespace tomocyte {
namespace {

// Trailing zeros are not shown; the wheel scrolls the form unless the field was clicked.
class NumberBox : public QDoubleSpinBox {
 public:
  NumberBox() {
    setLocale(QLocale::c());
    setDecimals(6);
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
  }
  [[nodiscard]] QString textFromValue(double value) const override { return QString::number(value, 'g', 9); }

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus())
      QDoubleSpinBox::wheelEvent(event);
    else
      event->ignore();
  }
};

class IntegerBox : public QSpinBox {
 public:
  IntegerBox() {
    setLocale(QLocale::c());
    setKeyboardTracking(false);
    setFocusPolicy(Qt::StrongFocus);
    setGroupSeparatorShown(false);
  }

 protected:
  void wheelEvent(QWheelEvent* event) override {
    if (hasFocus())
      QSpinBox::wheelEvent(event);
    else
      event->ignore();
  }
};

double stepFor(double value) {
  if (value == 0.0) return 0.01;
  return std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1.0);
}

QString labelFor(const OptionField& field) {
  QString text = QString::fromStdString(field.name);
  for (const std::string& unit :
       {std::string("-um"), std::string("-ml-g"), std::string("-fl"), std::string("-db"), std::string("-e"),
        std::string("-rad"), std::string("-ms"), std::string("-hz"), std::string("-h"), std::string("-s")})
    if (text.endsWith(QString::fromStdString(unit))) text.chop(static_cast<int>(unit.size()));
  text.replace('-', ' ');
  if (!text.isEmpty()) text[0] = text[0].toUpper();
  text.replace(QStringLiteral("Ri "), QCoreApplication::translate("option_form", "RI "));
  text.replace(QStringLiteral("Rii"), QCoreApplication::translate("option_form", "RII"));
  if (text.endsWith(QStringLiteral(" ri"))) text = text.chopped(2) + QCoreApplication::translate("option_form", "RI");
  if (text.endsWith(QStringLiteral(" na"))) text = text.chopped(2) + QCoreApplication::translate("option_form", "NA");
  return text;
}

QString helpFor(const OptionField& field) {
  QString help = QString::fromStdString(field.help);
  if (!help.isEmpty()) help[0] = help[0].toUpper();
  const bool numeric = field.kind == OptionField::Kind::number || field.kind == OptionField::Kind::integer;
  if (numeric && std::isfinite(field.minimum) && std::isfinite(field.maximum))
    help += QCoreApplication::translate("option_form", "\n%1 to %2 %3")
                .arg(field.minimum)
                .arg(field.maximum)
                .arg(QString::fromStdString(field.unit));
  return help + QCoreApplication::translate("option_form", "\nCommand line: --") + QString::fromStdString(field.name);
}

}  // namespace

OptionForm::OptionForm(std::vector<OptionField> fields, QWidget* parent) : QWidget(parent) {
  auto* form = new QFormLayout(this);
  form->setContentsMargins(8, 8, 8, 8);
  form->setVerticalSpacing(5);
  for (OptionField& field : fields) {
    QWidget* editor = makeEditor(field);
    editor->setToolTip(helpFor(field));
    auto* label = new QLabel(labelFor(field));
    label->setToolTip(helpFor(field));
    label->setBuddy(editor);
    form->addRow(label, editor);
    rows_.push_back({std::move(field), editor});
  }
  refresh();
}

QWidget* OptionForm::makeEditor(const OptionField& field) {
  const QString suffix = field.unit.empty() ? QString() : " " + QString::fromStdString(field.unit);
  switch (field.kind) {
    case OptionField::Kind::number: {
      auto* box = new NumberBox;
      box->setRange(std::max(field.minimum, -1e9), std::min(field.maximum, 1e9));
      box->setSuffix(suffix);
      box->setSingleStep(stepFor(QString::fromStdString(field.get()).toDouble()));
      connect(box, &QDoubleSpinBox::valueChanged, this,
              [this, field](double value) { write(field, QString::number(value, 'g', 12).toStdString()); });
      return box;
    }
    case OptionField::Kind::integer: {
      auto* box = new IntegerBox;
      box->setRange(static_cast<int>(std::max(field.minimum, -2e9)), static_cast<int>(std::min(field.maximum, 2e9)));
      box->setSuffix(suffix);
      connect(box, &QSpinBox::valueChanged, this, [this, field](int value) { write(field, std::to_string(value)); });
      return box;
    }
    case OptionField::Kind::yesNo: {
      auto* box = new QCheckBox;
      connect(box, &QCheckBox::toggled, this, [this, field](bool on) { write(field, on ? "true" : "false"); });
      return box;
    }
    case OptionField::Kind::choice: {
      auto* box = new QComboBox;
      for (const std::string& choice : field.choices) box->addItem(QString::fromStdString(choice));
      box->setFocusPolicy(Qt::StrongFocus);
      connect(box, &QComboBox::currentTextChanged, this,
              [this, field](const QString& text) { write(field, text.toStdString()); });
      return box;
    }
    case OptionField::Kind::text:
      break;
  }
  auto* line = new QLineEdit;
  connect(line, &QLineEdit::editingFinished, this, [this, field, line] { write(field, line->text().toStdString()); });
  return line;
}

// The editors' ranges come from the table, so a refusal can only be a text option's; the old value comes back.
void OptionForm::write(const OptionField& field, const std::string& text) {
  try {
    field.set(text);
    Q_EMIT edited();
  } catch (const InputError&) {
    refresh();
  }
}

void OptionForm::refresh() {
  for (const Row& row : rows_) {
    const QSignalBlocker quiet(row.editor);
    const QString text = QString::fromStdString(row.field.get());
    if (auto* number = qobject_cast<QDoubleSpinBox*>(row.editor))
      number->setValue(text.toDouble());
    else if (auto* integer = qobject_cast<QSpinBox*>(row.editor))
      integer->setValue(text.toInt());
    else if (auto* box = qobject_cast<QCheckBox*>(row.editor))
      box->setChecked(text == "true");
    else if (auto* choice = qobject_cast<QComboBox*>(row.editor))
      choice->setCurrentText(text);
    else if (auto* line = qobject_cast<QLineEdit*>(row.editor))
      line->setText(text);
  }
}

QWidget* OptionForm::editor(const std::string& name) const {
  for (const Row& row : rows_)
    if (row.field.name == name) return row.editor;
  return nullptr;
}

}  // namespace tomocyte
