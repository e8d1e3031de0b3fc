// Columns of the cell table.
#include "ui/cell_table_model.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

#include "ui/slice_image.h"
#include "ui/theme.h"

namespace tomocyte {
namespace {

constexpr int kThumbnail = 40;  // pixels

struct Column {
  const char* name;
  const char* unit;
  const char* help;
  int decimals;
  double (*value)(const Cell&);            // to sort by
  QString (*text)(const Cell&) = nullptr;  // null: the value
};

QString flagsOf(const Cell& cell) {
  QStringList flags;
  if (cell.touches_border) flags << QCoreApplication::translate("cell_table_model", "touches border");
  if (cell.too_small) flags << QCoreApplication::translate("cell_table_model", "too small");
  if (cell.classification && !cell.classification->uncertain.empty())
    flags << QCoreApplication::translate("cell_table_model", "to review");
  return flags.join(QStringLiteral(", "));
}

QString classOf(const Cell& cell) {
  return cell.classification ? QString::fromStdString(cell.classification->probabilities.front().cell_class)
                             : QString();
}

double probabilityOf(const Cell& cell) {
  return cell.classification ? cell.classification->probabilities.front().probability : 0.0;
}

constexpr std::array kColumns = {
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Cell"), "",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Number of the cell, largest first"), 0,
           [](const Cell& cell) { return static_cast<double>(cell.label); }},
    Column{
        QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Class"), "",
        QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "The most probable class, said by the model of the tab Classify"),
        0,
        [](const Cell& cell) {
          return static_cast<double>(classOf(cell).isEmpty() ? 0 : classOf(cell).at(0).unicode());
        },
        classOf},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Probability"), "",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Calibrated probability of the class"), 3, probabilityOf,
           [](const Cell& cell) {
             return cell.classification ? QString::number(probabilityOf(cell), 'f', 3) : QString();
           }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Volume"), "fL",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Volume inside the threshold"), 1,
           [](const Cell& cell) { return cell.indices.volume_fl; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Surface"), "µm²",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Area of the sub-voxel surface"), 1,
           [](const Cell& cell) { return cell.indices.surface_area_um2; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Sphericity"), "",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "1 for a sphere"), 3,
           [](const Cell& cell) { return cell.indices.sphericity; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Dry mass"), "pg",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Mass of everything but water, from the refractive index"), 2,
           [](const Cell& cell) { return cell.indices.dry_mass_pg; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Density"), "g/dL",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Protein density: dry mass / volume"), 2,
           [](const Cell& cell) { return cell.indices.protein_density_g_dl; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Mean RI"), "",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Mean refractive index inside the cell"), 4,
           [](const Cell& cell) { return cell.indices.mean_ri; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "CV"), "fL",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Corpuscular volume (threshold of Ryu/Bak 2023)"), 1,
           [](const Cell& cell) { return cell.corpuscular_volume_fl; }},
    Column{QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "CH"), "pg",
           QT_TRANSLATE_NOOP("tomocyte::CellTableModel",
                             "Corpuscular hemoglobin (Ryu/Bak 2023); meaningful for red cells"),
           2, [](const Cell& cell) { return cell.corpuscular_hemoglobin_pg; }},
    Column{
        QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Flags"), "",
        QT_TRANSLATE_NOOP("tomocyte::CellTableModel", "Cells to review, cut by the volume's border, and small objects"),
        0,
        [](const Cell& cell) {
          const bool review = cell.classification && !cell.classification->uncertain.empty();
          return (review ? 4.0 : 0.0) + (cell.touches_border ? 2.0 : 0.0) + (cell.too_small ? 1.0 : 0.0);
        },
        flagsOf},
};

QString shown(const Cell& cell, std::size_t column) {
  const Column& shown = kColumns[column];
  return shown.text ? shown.text(cell) : QString::number(shown.value(cell), 'f', shown.decimals);
}

// Every class with its probability, and why a person must look.
QString toolTipOf(const Cell& cell) {
  QStringList lines;
  if (const auto& found = cell.classification) {
    for (const auto& [name, probability] : found->probabilities)
      lines << QString("%1  %2").arg(QString::fromStdString(name)).arg(probability, 0, 'f', 3);
    if (!found->uncertain.empty())
      lines << QCoreApplication::translate("cell_table_model", "To review: %1")
                   .arg(QString::fromStdString(found->uncertain));
    lines << QCoreApplication::translate("cell_table_model", "Model: %1").arg(QString::fromStdString(found->model));
  }
  if (cell.touches_border)
    lines << QCoreApplication::translate("cell_table_model",
                                         "Cut by the volume's border: its indices are lower bounds");
  return lines.join('\n');
}

bool needsReview(const Cell& cell) { return !flagsOf(cell).isEmpty(); }

// The slice through the cell's centre, as small as its box.
QImage thumbnailOf(const Tomogram& tomogram, const Cell& cell, const RiRange& range) {
  const VoxelBox& box = cell.box;
  const View<const float, 2> plane = tomogram.ri.view()[(box.begin[0] + box.end[0]) / 2];
  const View<const float, 2> crop(&plane(box.begin[1], box.begin[2]),
                                  {box.end[1] - box.begin[1], box.end[2] - box.begin[2]}, {tomogram.ri.shape(2), 1});
  return colourImage(crop, ColourMap::named("viridis"), range.low, range.high)
      .scaled(kThumbnail, kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

void CellTableModel::setScan(std::shared_ptr<const Scan> scan) {
  beginResetModel();
  scan_ = std::move(scan);
  thumbnails_.clear();
  if (scan_ && scan_->tomogram) {
    const RiRange range = displayRange(*scan_->tomogram);
    for (const Cell& cell : scan_->cells) thumbnails_.push_back(thumbnailOf(*scan_->tomogram, cell, range));
  }
  endResetModel();
}

int CellTableModel::labelAt(int row) const {
  if (!scan_ || row < 0 || row >= rowCount()) return 0;
  return scan_->cells[static_cast<std::size_t>(row)].label;
}

int CellTableModel::rowOf(int label) const {
  for (int row = 0; row < rowCount(); ++row)
    if (labelAt(row) == label) return row;
  return -1;
}

int CellTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || !scan_ ? 0 : static_cast<int>(scan_->cells.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(kColumns.size());
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const Cell& cell = scan_->cells[static_cast<std::size_t>(index.row())];
  const auto column = static_cast<std::size_t>(index.column());
  switch (role) {
    case Qt::DisplayRole:
      return shown(cell, column);
    case Qt::UserRole:
      return kColumns[column].value(cell);
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::AlignVCenter | (kColumns[column].text ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole:
      return needsReview(cell) ? QVariant(theme().warning) : QVariant();
    case Qt::ToolTipRole:
      return toolTipOf(cell);
    case Qt::DecorationRole:
      return column == 0 && static_cast<std::size_t>(index.row()) < thumbnails_.size()
                 ? QVariant(thumbnails_[static_cast<std::size_t>(index.row())])
                 : QVariant();
    default:
      return {};
  }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const Column& column = kColumns[static_cast<std::size_t>(section)];
  if (role == Qt::ToolTipRole) return tr(column.help);
  if (role != Qt::DisplayRole) return {};
  const QString unit = QString::fromUtf8(column.unit);
  return unit.isEmpty() ? tr(column.name) : QString("%1 (%2)").arg(tr(column.name), unit);
}

QString CellTableModel::text() const {
  QStringList names, units, lines;
  for (const Column& column : kColumns) {
    names << QString::fromUtf8(column.name);
    units << QString::fromUtf8(column.unit);
  }
  lines << names.join('\t') << units.join('\t');
  for (int row = 0; row < rowCount(); ++row) {
    QStringList values;
    for (std::size_t column = 0; column < kColumns.size(); ++column)
      values << shown(scan_->cells[static_cast<std::size_t>(row)], column);
    lines << values.join('\t');
  }
  return lines.join('\n') + '\n';
}

}  // namespace tomocyte
