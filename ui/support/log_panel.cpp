#include "ui/support/log_panel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme.h"

namespace tomocyte {

LogPanel::LogPanel(const SessionLog& log, QWidget* parent)
    : QWidget(parent), log_(log), list_(new QListWidget), problemsOnly_(new QCheckBox(tr("Warnings and errors only"))) {
  list_->setObjectName(QStringLiteral("log"));
  list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  list_->setWordWrap(true);
  auto* copyButton = new QPushButton(tr("Copy"));
  copyButton->setToolTip(tr("Copies the selected lines, or all of them"));
  auto* diagnostics = new QPushButton(tr("Copy diagnostics"));
  diagnostics->setToolTip(tr("Copies what support asks for: versions, devices, the last lines of this log"));
  auto* file = new QLabel(log.file().isEmpty() ? tr("Kept in memory only") : tr("File: %1").arg(log.file()));
  file->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setTone(*file, Tone::kFaint);
  auto* row = new QHBoxLayout;
  row->addWidget(problemsOnly_);
  row->addWidget(file, 1);
  row->addWidget(copyButton);
  row->addWidget(diagnostics);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(6, 4, 6, 4);
  column->addWidget(list_, 1);
  column->addLayout(row);
  connect(problemsOnly_, &QCheckBox::toggled, this, &LogPanel::fill);
  connect(copyButton, &QPushButton::clicked, this, &LogPanel::copy);
  connect(diagnostics, &QPushButton::clicked, this, &LogPanel::diagnosticsWanted);
  connect(&log, &SessionLog::added, this, &LogPanel::show);
  fill();
}

void LogPanel::fill() {
  list_->clear();
  for (const LogEntry& entry : log_.entries()) show(entry);
}

void LogPanel::show(const LogEntry& entry) {
  if (problemsOnly_->isChecked() && entry.level == LogLevel::kNote) return;
  list_->addItem(logLine(entry));
  if (entry.level != LogLevel::kNote) list_->item(list_->count() - 1)->setForeground(theme().warning);
  list_->scrollToBottom();
}

void LogPanel::copy() const {
  QStringList lines;
  const bool all = list_->selectedItems().isEmpty();
  for (int row = 0; row < list_->count(); ++row)
    if (all || list_->item(row)->isSelected()) lines += list_->item(row)->text();
  QGuiApplication::clipboard()->setText(lines.join('\n'));
}

}  // namespace tomocyte
