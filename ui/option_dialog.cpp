#include "ui/option_dialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tomocyte {

bool askOptions(QWidget* parent, const QString& title, const QString& explanation, std::vector<OptionField> fields,
                const QString& action, const std::function<QString()>& consequence) {
  QDialog dialog(parent);
  dialog.setWindowTitle(title);
  auto* text = new QLabel(explanation);
  text->setWordWrap(true);
  auto* scroll = new QScrollArea;
  auto* form = new OptionForm(std::move(fields));
  scroll->setWidget(form);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  buttons->addButton(action, QDialogButtonBox::AcceptRole)->setDefault(true);
  QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
  QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
  auto* column = new QVBoxLayout(&dialog);
  column->addWidget(text);
  column->addWidget(scroll, 1);
  if (consequence) {
    auto* result = new QLabel(consequence());
    result->setWordWrap(true);
    QObject::connect(form, &OptionForm::edited, result, [result, consequence] { result->setText(consequence()); });
    column->addWidget(result);
  }
  column->addWidget(buttons);
  dialog.resize(420, 480);
  return dialog.exec() == QDialog::Accepted;
}

}  // namespace tomocyte
