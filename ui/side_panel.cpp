// The right side of the window.
#include "ui/side_panel.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/convergence_plot.h"
#include "ui/models/model_panel.h"
#include "ui/option_form.h"

namespace tomocyte {
namespace {

template <class S>
QWidget* page(OptionForm*& form, S& options) {
  form = new OptionForm(fieldsOf(options));
  auto* reset = new QPushButton(SidePanel::tr("Back to defaults"));
  auto* content = new QWidget;
  auto* column = new QVBoxLayout(content);
  column->setContentsMargins(0, 0, 0, 8);
  column->addWidget(form);
  column->addWidget(reset, 0, Qt::AlignHCenter);
  column->addStretch(1);
  QObject::connect(reset, &QPushButton::clicked, form, [form, &options] {
    options = S{};
    form->refresh();
    Q_EMIT form->edited();
  });
  auto* scroll = new QScrollArea;
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFrameShape(QFrame::NoFrame);
  return scroll;
}

QString row(const QString& name, const QString& value) {
  return QString("<tr><td style='color:#9aa3ad; padding-right:10px'>%1</td><td>%2</td></tr>")
      .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString heading(const QString& text) { return QString("<tr><td colspan=2><br><b>%1</b></td></tr>").arg(text); }

QString number(double value, int decimals) { return QString::number(value, 'f', decimals); }

QString setupRows(const OpticalSetup& setup) {
  return row(SidePanel::tr("Wavelength"), number(1000.0 * setup.wavelength_um, 0) + " nm") +
         row(SidePanel::tr("Medium index"), number(setup.medium_index, 4)) +
         row(SidePanel::tr("Numerical aperture"), number(setup.numerical_aperture, 2)) +
         row(SidePanel::tr("Pixel size"), number(1000.0 * setup.pixel_size_um, 1) + " nm");
}

QString tomogramRows(const Tomogram& tomogram) {
  const VoxelSize& size = tomogram.voxel_size_um;
  return row(SidePanel::tr("Voxels z × y × x"),
             QString::fromStdString(to_string(tomogram.ri.shape())).replace("x", "×")) +
         row(SidePanel::tr("Voxel size"), QString("%1 × %2 × %3 µm").arg(size.z).arg(size.y).arg(size.x)) +
         row(SidePanel::tr("Medium index"), number(tomogram.medium_index, 4)) +
         row(SidePanel::tr("Iterations"), QString::number(tomogram.convergence.size()));
}

QString factsOf(const Scan& scan) {
  QString text = QStringLiteral("<table>");
  text += row(SidePanel::tr("Sample"),
              scan.sample_id.empty() ? SidePanel::tr("(no id)") : QString::fromStdString(scan.sample_id));
  text += row(SidePanel::tr("Source"),
              scan.simulated ? QStringLiteral("SIMULATED") : SidePanel::tr("measured or imported"));
  if (scan.holograms) {
    text += heading(SidePanel::tr("Holograms")) +
            row(SidePanel::tr("Angles × y × x"),
                QString::fromStdString(to_string(scan.holograms->holograms.shape())).replace("x", "×"));
    text += row(SidePanel::tr("Background"),
                scan.holograms->background.empty() ? SidePanel::tr("none") : SidePanel::tr("yes"));
    text +=
        row(SidePanel::tr("Bit depth"), QString::number(scan.holograms->bit_depth)) + setupRows(scan.holograms->setup);
  } else if (scan.fields) {
    text += heading(SidePanel::tr("Fields")) + setupRows(scan.fields->setup);
  }
  if (scan.tomogram) text += heading(SidePanel::tr("Tomogram")) + tomogramRows(*scan.tomogram);
  for (const Provenance& step : scan.provenance) {
    text += heading(QString::fromStdString(step.step).toHtmlEscaped());
    text += row(SidePanel::tr("Time (UTC)"), QString::fromStdString(step.time_utc)) +
            row(SidePanel::tr("Device"), QString::fromStdString(step.device));
    text +=
        row(SidePanel::tr("Program"), QString::fromStdString(step.program_version + " (" + step.git_revision + ")"));
    if (!step.input.empty()) text += row(SidePanel::tr("Input"), QString::fromStdString(step.input));
    if (!step.input_checksum.empty())
      text += row(SidePanel::tr("Checksum"), QString::fromStdString(step.input_checksum.substr(0, 19) + "…"));
  }
  return text + QStringLiteral("</table>");
}

}  // namespace

SidePanel::SidePanel(MainJobOptions& options, QWidget* parent) : QTabWidget(parent) {
  addTab(page(simulation_, options.simulation), tr("Acquire"));
  addTab(page(reconstruction_, options.reconstruction), tr("Reconstruct"));
  addTab(page(measurement_, options.measurement), tr("Measure"));
  models_ = new ModelPanel;
  addTab(models_, tr("Classify"));
  auto* about = new QWidget;
  auto* column = new QVBoxLayout(about);
  column->setContentsMargins(8, 8, 8, 8);
  convergence_ = new ConvergencePlot;
  facts_ = new QLabel;
  facts_->setWordWrap(true);
  facts_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  facts_->setAlignment(Qt::AlignTop);
  column->addWidget(facts_);
  column->addWidget(convergence_);
  column->addStretch(1);
  auto* scroll = new QScrollArea;
  scroll->setWidget(about);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  addTab(scroll, tr("Scan"));
  connect(simulation_, &OptionForm::edited, this, &SidePanel::simulationEdited);
  setScan(nullptr);
}

void SidePanel::setScan(const Scan* scan) {
  facts_->setText(scan ? factsOf(*scan) : tr("No scan is open."));
  const bool curve = scan && scan->tomogram && !scan->tomogram->convergence.empty();
  convergence_->setVisible(curve);
  convergence_->setCurve(curve ? scan->tomogram->convergence : ConvergenceCurve{});
}

void SidePanel::refresh() {
  for (OptionForm* form : {simulation_, reconstruction_, measurement_}) form->refresh();
}

}  // namespace tomocyte
