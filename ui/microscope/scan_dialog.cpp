#include "ui/microscope/scan_dialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

#include "acquisition/illumination_scan.h"
#include "ui/option_form.h"

namespace tomocyte {

ScanDialog::ScanDialog(ScanPlan plan, bool backgroundPlace, const OpticalSetup& setup, QWidget* parent)
    : QDialog(parent), plan_(std::move(plan)), backgroundPlace_(backgroundPlace), setup_(setup) {
  setWindowTitle(tr("Scan positions"));
  form_ = new QFormLayout;
  buildSample(*form_);
  buildBackground(*form_);
  buildIllumination(*form_);
  restore();
  auto* timing = new OptionForm(fieldsOf(plan_.options));
  summary_ = new QLabel;
  summary_->setWordWrap(true);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
  QPushButton* start = buttons->addButton(tr("Start the scan"), QDialogButtonBox::AcceptRole);
  start->setDefault(true);
  connect(buttons, &QDialogButtonBox::accepted, this, &ScanDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &ScanDialog::reject);
  connect(timing, &OptionForm::edited, this, &ScanDialog::update);
  connect(background_, &QComboBox::currentIndexChanged, this, &ScanDialog::update);
  connect(angles_, &QSpinBox::valueChanged, this, &ScanDialog::update);
  connect(aperture_, &QDoubleSpinBox::valueChanged, this, &ScanDialog::update);
  connect(pattern_, &QComboBox::currentTextChanged, this, &ScanDialog::update);
  auto* column = new QVBoxLayout(this);
  column->addLayout(form_);
  column->addWidget(timing);
  column->addWidget(summary_);
  column->addWidget(buttons);
  update();
}

void ScanDialog::buildSample(QFormLayout& form) {
  id_ = new QLineEdit;
  id_->setObjectName(QStringLiteral("sample id"));
  donor_ = new QLineEdit;
  donor_->setPlaceholderText(tr("not known"));
  medium_ = new QDoubleSpinBox;
  medium_->setDecimals(4);
  medium_->setRange(1.2999, 1.6);
  medium_->setSingleStep(0.0005);
  medium_->setValue(medium_->minimum());
  medium_->setSpecialValueText(tr("of the instrument: %1").arg(setup_.medium_index, 0, 'f', 4));
  medium_->setToolTip(QCoreApplication::translate(
      "scan_dialog", "Refractive index of the medium around the cells, if it was measured"));
  operator_ = new QLineEdit;
  notes_ = new QPlainTextEdit;
  notes_->setMaximumHeight(54);
  notes_->setTabChangesFocus(true);
  folder_ = new QLineEdit;
  folder_->setObjectName(QStringLiteral("folder"));
  auto* choose = new QPushButton(QStringLiteral("…"));
  connect(choose, &QPushButton::clicked, this, &ScanDialog::chooseFolder);
  auto* row = new QHBoxLayout;
  row->addWidget(folder_, 1);
  row->addWidget(choose);
  form.addRow(tr("Sample &id"), id_);
  form.addRow(tr("&Donor"), donor_);
  form.addRow(tr("&Operator"), operator_);
  form.addRow(tr("&Medium index"), medium_);
  form.addRow(tr("&Notes"), notes_);
  form.addRow(tr("Folder"), row);
}

void ScanDialog::buildBackground(QFormLayout& form) {
  background_ = new QComboBox;
  if (backgroundPlace_)
    background_->addItem(tr("acquired first, at x %1  y %2 µm")
                             .arg(plan_.background.x_um, 0, 'f', 1)
                             .arg(plan_.background.y_um, 0, 'f', 1));
  background_->addItem(tr("of an earlier scan…"), QString());
  background_->setToolTip(
      QCoreApplication::translate("scan_dialog",
                                  "A background of an earlier scan is used only when camera, exposure, wavelength, "
                                  "patterns and calibration are the same, and it is not old"));
  if (!backgroundPlace_) background_->setCurrentIndex(-1);
  connect(background_, &QComboBox::activated, this, [this](int index) {
    if (index == background_->count() - 1) chooseBackground();
  });
  form.addRow(tr("&Background"), background_);
}

void ScanDialog::chooseBackground() {
  const QString path = QFileDialog::getOpenFileName(this, tr("Scan whose background is used"), folder_->text(),
                                                    tr("Scans (*.h5);;All files (*)"));
  if (path.isEmpty()) return background_->setCurrentIndex(backgroundPlace_ ? 0 : -1);
  background_->setCurrentIndex(addBackground(path));
}

int ScanDialog::addBackground(const QString& path) {
  background_->insertItem(background_->count() - 1, QFileInfo(path).fileName(), path);
  return background_->count() - 2;
}

std::filesystem::path ScanDialog::background() const { return background_->currentData().toString().toStdString(); }

void ScanDialog::buildIllumination(QFormLayout& form) {
  pattern_ = new QComboBox;
  pattern_->addItem(tr("ring"), true);
  pattern_->addItem(tr("spiral"), false);
  aperture_ = new QDoubleSpinBox;
  aperture_->setRange(0.1, 1.4);
  aperture_->setSingleStep(0.05);
  aperture_->setValue(0.9);
  angles_ = new QSpinBox;
  angles_->setObjectName(QStringLiteral("angles"));
  angles_->setRange(4, 400);
  angles_->setValue(49);
  form.addRow(tr("Scan &pattern"), pattern_);
  form.addRow(tr("Illumination N&A"), aperture_);
  form.addRow(tr("A&ngles"), angles_);
}

void ScanDialog::restore() {
  const QSettings settings;
  id_->setText(QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss")));
  operator_->setText(settings.value("scan/operator").toString());
  folder_->setText(settings.value("scan/folder", QDir::homePath()).toString());
  try {
    plan_.options = options_from_json<ScanOptions>(settings.value("scan/options", "{}").toString().toStdString());
  } catch (const std::exception&) {
    plan_.options = {};  // settings of another version
  }
}

void ScanDialog::scanAgain(const SampleInformation& first) {
  again_ = first;
  const QString sample = QString::fromStdString(first.sample_id);
  setWindowTitle(tr("Scan a cell of sample %1 again").arg(sample));
  form_->insertRow(0, tr("Sample"), new QLabel(sample));
  qobject_cast<QLabel*>(form_->labelForField(id_))->setText(tr("F&ile name"));
  donor_->setText(QString::fromStdString(first.donor_id));
  if (first.medium_index) medium_->setValue(*first.medium_index);
  const int background = addBackground(QString::fromStdString(first.scans_again.string()));
  if (!backgroundPlace_) background_->setCurrentIndex(background);
  suggestId(sample + QStringLiteral("-again"));
}

void ScanDialog::suggestId(const QString& id) {
  QString wanted = id;
  wanted.replace('/', '_');
  const QDir folder(folder_->text());
  for (int number = 1;; ++number) {
    id_->setText(number == 1 ? wanted : QString("%1-%2").arg(wanted).arg(number));
    if (!folder.exists(id_->text() + ".tomocyte.h5") && !folder.exists(id_->text() + ".tomocyte.journal")) break;
  }
  update();
}

void ScanDialog::chooseFolder() {
  const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder for the scans"), folder_->text());
  if (!folder.isEmpty()) folder_->setText(folder);
}

void ScanDialog::update() {
  plan_.illumination = pattern_->currentData().toBool() ? ring_scan(setup_, aperture_->value(), angles_->value())
                                                        : spiral_scan(setup_, aperture_->value(), angles_->value());
  const double frame_s = plan_.hardware_timed() ? 1.0 / plan_.options.frame_rate_hz : 1e-3 * plan_.options.exposure_ms;
  const bool acquiresBackground = background().empty();
  const auto count = static_cast<double>(plan_.positions.size() + (acquiresBackground ? 1 : 0));
  summary_->setText(
      QCoreApplication::translate(
          "scan_dialog",
          "%1 position(s)%2 of %3 frames each: at least %4 s of exposure, besides stage moves. The plan is checked "
          "as a whole before anything moves.")
          .arg(plan_.positions.size())
          .arg(acquiresBackground ? tr(" and a background") : QString())
          .arg(plan_.angles())
          .arg(count * static_cast<double>(plan_.angles()) * frame_s, 0, 'f', 1));
}

SampleInformation ScanDialog::sample() const {
  SampleInformation sample;
  sample.sample_id = again_ ? again_->sample_id : id_->text().trimmed().toStdString();
  if (again_) sample.scans_again = again_->scans_again;
  sample.operator_name = operator_->text().trimmed().toStdString();
  sample.notes = notes_->toPlainText().trimmed().toStdString();
  sample.donor_id = donor_->text().trimmed().toStdString();
  if (medium_->value() > medium_->minimum()) sample.medium_index = medium_->value();
  return sample;
}

std::filesystem::path ScanDialog::output() const {
  return std::filesystem::path(folder_->text().toStdString()) / (id_->text().trimmed().toStdString() + ".tomocyte.h5");
}

// What keeps the scan from starting; empty: nothing.
QString ScanDialog::problem() const {
  const QString id = id_->text().trimmed();
  if (id.isEmpty() || id.contains('/'))
    return again_ ? tr("The file needs a name without a slash.") : tr("The sample needs an id without a slash.");
  if (!QDir(folder_->text()).exists()) return tr("There is no such folder.");
  if (background_->currentIndex() < 0)
    return QCoreApplication::translate(
        "scan_dialog", "Choose the background of an earlier scan, or first a place without a sample for a new one.");
  for (Index position = 1; position < plan_.position_count(); ++position)
    if (std::filesystem::exists(scan_file_of(output(), plan_, position)) ||
        std::filesystem::exists(journal_of(output())))
      return QCoreApplication::translate("scan_dialog",
                                         "A scan with this id is in the folder already. Choose another id.");
  return {};
}

void ScanDialog::accept() {
  if (const QString why = problem(); !why.isEmpty()) {
    QMessageBox::information(this, windowTitle(), why);
    return;
  }
  QSettings settings;
  settings.setValue("scan/operator", operator_->text());
  settings.setValue("scan/folder", folder_->text());
  settings.setValue("scan/options", QString::fromStdString(options_to_json(plan_.options)));
  QDialog::accept();
}

}  // namespace tomocyte
