#include "ui/models/training_dialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSettings>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/background_job.h"
#include "ui/models/learning_curve_view.h"
#include "ui/option_form.h"

namespace tomocyte {

TrainingDialog::TrainingDialog(const ComputeDevice& device, QWidget* parent)
    : QDialog(parent), background_(new BackgroundJob(this)) {
  setWindowTitle(tr("Train a model"));
  job_.plan.device = device;
  build();
  resize(900, 640);
  updateState();
}

TrainingDialog::~TrainingDialog() = default;

QWidget* TrainingDialog::buildFolderRow(QLineEdit*& edit, const QString& title) {
  edit = new QLineEdit;
  auto* choose = new QPushButton(QStringLiteral("…"));
  connect(choose, &QPushButton::clicked, this, [this, edit, title] {
    const QString folder = QFileDialog::getExistingDirectory(this, title, edit->text());
    if (!folder.isEmpty()) edit->setText(folder);
  });
  auto* widget = new QWidget;
  auto* row = new QHBoxLayout(widget);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(edit, 1);
  row->addWidget(choose);
  return widget;
}

QWidget* TrainingDialog::buildOptions() {
  const auto page = [](std::vector<OptionField> fields) {
    auto* scroll = new QScrollArea;
    scroll->setWidget(new OptionForm(std::move(fields)));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
  };
  auto* tabs = new QTabWidget;
  tabs->addTab(page(fieldsOf(job_.input)), tr("Input"));
  tabs->addTab(page(fieldsOf(job_.plan.network)), tr("Network"));
  tabs->addTab(page(fieldsOf(job_.plan.training)), tr("Training"));
  tabs->addTab(page(fieldsOf(job_.plan.augmentation)), tr("Augmentation"));
  tabs->addTab(page(fieldsOf(job_.description)), tr("Card"));
  return tabs;
}

void TrainingDialog::build() {
  auto* form = new QFormLayout;
  form->addRow(tr("&Annotated scans"), buildFolderRow(source_, tr("Folder of annotated scans")));
  source_->setPlaceholderText(tr("folder of scan files, or a CSV list (file,label,donor)"));
  form->addRow(tr("&Model folder"), buildFolderRow(output_, tr("Folder for the model")));
  task_ = new QComboBox;
  task_->addItem(tr("Four types: B, T, monocyte, myelocyte"), "four");
  task_->addItem(tr("Lymphoid and myeloid"), "binary");
  task_->addItem(tr("The annotations themselves"), "annotations");
  form->addRow(tr("&Classes"), task_);
  source_->setText(QSettings().value("training/source").toString());
  options_ = buildOptions();
  curves_ = new LearningCurveView;
  progress_ = new QProgressBar;
  progress_->setRange(0, 1000);
  progress_->setTextVisible(false);
  status_ = new QLabel(tr("Donors are split 7:1:2 into training, validation and test; none is on two sides."));
  status_->setWordWrap(true);
  status_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  start_ = new QPushButton(tr("Train"));
  cancel_ = new QPushButton(tr("Stop"));
  cancel_->setToolTip(tr("The same choices go on from the last whole epoch"));
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(progress_, 1);
  buttons->addWidget(cancel_);
  buttons->addWidget(start_);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form);
  column->addWidget(options_, 1);
  column->addWidget(curves_, 1);
  column->addWidget(status_);
  column->addLayout(buttons);
  connect(start_, &QPushButton::clicked, this, &TrainingDialog::start);
  connect(cancel_, &QPushButton::clicked, background_, &BackgroundJob::cancel);
  connect(background_, &BackgroundJob::progressed, this, [this](double fraction, const QString& stage, double) {
    progress_->setValue(static_cast<int>(1000.0 * fraction));
    status_->setText(stage);
  });
  connect(background_, &BackgroundJob::failed, this,
          [this](const QString& what, const QString& remedy) { status_->setText(what + "\n" + remedy); });
  connect(background_, &BackgroundJob::cancelled, this,
          [this] { status_->setText(tr("Stopped. The same choices go on from the last whole epoch.")); });
  connect(background_, &BackgroundJob::ended, this, &TrainingDialog::updateState);
}

void TrainingDialog::start() {
  if (source_->text().trimmed().isEmpty() || output_->text().trimmed().isEmpty())
    return status_->setText(QCoreApplication::translate(
        "training_dialog", "Choose the annotated scans and the folder for the model first."));
  job_.source = source_->text().trimmed().toStdString();
  job_.output = output_->text().trimmed().toStdString();
  job_.task = task_->currentData().toString().toStdString();
  QSettings().setValue("training/source", source_->text().trimmed());
  curves_->setCurve({});
  background_->start(tr("Training"), [this, job = job_](const Progress& progress) -> BackgroundJob::Finish {
    const auto show = [this](const LearningCurve& curve) {
      QMetaObject::invokeMethod(
          this, [this, curve] { curves_->setCurve(curve); }, Qt::QueuedConnection);
    };
    const auto model = std::make_shared<TrainedModel>(train_model(job, false, progress, show));
    return [this, model] { finish(*model); };
  });
  updateState();
}

void TrainingDialog::finish(const TrainedModel& model) {
  curves_->setCurve(model.made.curve);
  progress_->setValue(progress_->maximum());
  const Interval& accuracy = model.made.test.accuracy;
  const QString warning = model.warning.empty() ? QString() : QString::fromStdString(model.warning) + " ";
  status_->setText(warning + QCoreApplication::translate(
                                 "training_dialog",
                                 "Accuracy on the test cells %1 % (95 %: %2 to %3 %), %4 cells. %5 annotated cells "
                                 "were left out.")
                                 .arg(100.0 * accuracy.value, 0, 'f', 1)
                                 .arg(100.0 * accuracy.low, 0, 'f', 1)
                                 .arg(100.0 * accuracy.high, 0, 'f', 1)
                                 .arg(model.made.test.cells)
                                 .arg(model.left_out));
  Q_EMIT trained(job_.output);
}

void TrainingDialog::updateState() {
  const bool busy = background_->busy();
  for (QWidget* widget : {static_cast<QWidget*>(source_), static_cast<QWidget*>(output_), static_cast<QWidget*>(task_),
                          options_, static_cast<QWidget*>(start_)})
    widget->setEnabled(!busy);
  cancel_->setEnabled(busy);
}

void TrainingDialog::reject() {
  if (background_->busy()) {
    const auto answer = QMessageBox::question(
        this, windowTitle(),
        QCoreApplication::translate(
            "training_dialog", "The training is running. Stop it? The same choices go on from the last whole epoch."));
    if (answer != QMessageBox::Yes) return;
    background_->cancel();
  }
  QDialog::reject();
}

}  // namespace tomocyte
