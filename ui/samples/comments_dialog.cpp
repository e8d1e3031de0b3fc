#include "ui/samples/comments_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <memory>

#include "core/catalog/comments.h"
#include "core/catalog/users.h"
#include "ui/laboratory/local_time.h"
#include "ui/samples/catalog_thread.h"

namespace tomocyte {

struct CommentsDialog::Line {
  Comment comment;
  QString author;  // full name
};

CommentsDialog::CommentsDialog(CatalogThread* catalog, QWidget* parent) : QDialog(parent), catalog_(catalog) {
  setWindowTitle(tr("Comments"));
  resize(520, 440);
  title_ = new QLabel;
  text_ = new QTextBrowser;
  text_->setObjectName(QStringLiteral("comments"));
  text_->setOpenLinks(false);
  connect(text_, &QTextBrowser::anchorClicked, this,
          [this](const QUrl& link) { Q_EMIT cellWanted(link.path().toLongLong()); });
  field_ = new QPlainTextEdit;
  field_->setObjectName(QStringLiteral("comment text"));
  field_->setPlaceholderText(tr("A new comment; it stands in the report with your name"));
  field_->setTabChangesFocus(true);
  field_->setMaximumHeight(90);
  target_ = new QComboBox;
  target_->setObjectName(QStringLiteral("comment target"));
  add_ = new QPushButton(tr("&Add the comment"));
  add_->setAutoDefault(false);
  connect(add_, &QPushButton::clicked, this, &CommentsDialog::add);
  connect(field_, &QPlainTextEdit::textChanged, this, [this] {
    add_->setEnabled(sample_.id && !field_->toPlainText().trimmed().isEmpty());
    followSelection();
  });
  said_ = new QLabel;
  said_->setWordWrap(true);
  auto* row = new QHBoxLayout;
  row->addWidget(new QLabel(tr("On")));
  row->addWidget(target_, 1);
  row->addWidget(add_);
  auto* column = new QVBoxLayout(this);
  column->addWidget(title_);
  column->addWidget(text_, 1);
  column->addWidget(field_);
  column->addLayout(row);
  column->addWidget(said_);
  clear();
}

void CommentsDialog::setSample(const Sample& sample) {
  if (sample.id != sample_.id) clear();
  sample_ = sample;
  title_->setText(tr("Sample %1").arg("<b>" + QString::fromStdString(sample.sample_id).toHtmlEscaped() + "</b>"));
  updateTargets();
  read();
}

void CommentsDialog::setCell(RecordId cell) {
  selected_ = cell;
  followSelection();
}

void CommentsDialog::followSelection() {
  if (cell_ == selected_ || !field_->toPlainText().trimmed().isEmpty()) return;
  cell_ = selected_;
  updateTargets();
}

void CommentsDialog::clear() {
  sample_ = {};
  cell_ = selected_ = 0;
  title_->setText(tr("No sample is chosen."));
  field_->clear();
  said_->clear();
  add_->setEnabled(false);
  updateTargets();
  showLines({});
}

void CommentsDialog::updateTargets() {
  const bool onCell = target_->currentIndex() == 1;
  target_->clear();
  target_->setEnabled(sample_.id != 0);
  if (!sample_.id) return;
  target_->addItem(tr("the sample"));
  if (cell_) target_->addItem(tr("the selected cell (%1)").arg(cell_));
  if (onCell && cell_) target_->setCurrentIndex(1);
}

void CommentsDialog::add() {
  const bool onCell = target_->currentIndex() == 1;
  add_->setEnabled(false);
  catalog_->post(
      [this, id = sample_.id, cell = onCell ? std::optional(cell_) : std::nullopt,
       text = field_->toPlainText().trimmed().toStdString()](Catalog& catalog) -> CatalogThread::Finish {
        add_comment(catalog, id, cell, text);
        return [this, id] {
          if (id != sample_.id) return;
          field_->clear();
          said_->setText(sample_.state == SampleState::kDone
                             ? tr("Kept. The report that was signed does not change; the next version has it.")
                             : QString());
          read();
          Q_EMIT added();
        };
      },
      [this](const CatalogThread::Refusal& refusal) {
        said_->setText(refusal.text());
        add_->setEnabled(true);
      });
}

void CommentsDialog::read() {
  catalog_->post([this, id = sample_.id](Catalog& catalog) -> CatalogThread::Finish {
    const auto lines = std::make_shared<std::vector<Line>>();
    for (Comment& comment : comments_of(catalog, id)) {
      const std::optional<User> user = find_user(catalog, comment.author);
      const std::string name = user && !user->full_name.empty() ? user->full_name : comment.author;
      lines->push_back({std::move(comment), QString::fromStdString(name)});
    }
    return [this, id, lines] {
      if (id == sample_.id) showLines(*lines);
    };
  });
}

void CommentsDialog::showLines(const std::vector<Line>& lines) {
  QString html;
  for (const Line& line : lines) {
    const QString on = line.comment.cell ? "<a href='cell:" + QString::number(*line.comment.cell) + "'>" +
                                               tr("on cell %1").arg(*line.comment.cell) + "</a>"
                                         : tr("on the sample");
    html += QString("<p><b>%1</b>, %2, %3<br>%4</p>")
                .arg(line.author.toHtmlEscaped(), localTime(line.comment.time_utc), on,
                     QString::fromStdString(line.comment.text).toHtmlEscaped().replace('\n', "<br>"));
  }
  text_->setHtml(html.isEmpty() && sample_.id ? tr("Nobody has written anything yet.") : html);
  text_->verticalScrollBar()->setValue(text_->verticalScrollBar()->maximum());
  count_ = static_cast<int>(lines.size());
  Q_EMIT countChanged(count_);
}

}  // namespace tomocyte
