// Columns of the cell table.
#include "ui/cell_table_model.h"

#include <QStringList>
#include <array>

#include "ui/painting.h"

namespace tomocyte {
namespace {

struct Column {
  const char* name;
  const char* unit;
  const char* help;
  int decimals;
  double (*value)(const Cell&);
};

constexpr std::array kColumns = {
    Column{"Cell", "", "Number of the cell, largest first", 0,
           [](const Cell& cell) { return static_cast<double>(cell.label); }},
    Column{"Volume", "fL", "Volume inside the threshold", 1, [](const Cell& cell) { return cell.indices.volume_fl; }},
    Column{"Surface", "µm²", "Area of the sub-voxel surface", 1,
           [](const Cell& cell) { return cell.indices.surface_area_um2; }},
    Column{"Sphericity", "", "1 for a sphere", 3, [](const Cell& cell) { return cell.indices.sphericity; }},
    Column{"Dry mass", "pg", "Mass of everything but water, from the refractive index", 2,
           [](const Cell& cell) { return cell.indices.dry_mass_pg; }},
    Column{"Density", "g/dL", "Protein density: dry mass / volume", 2,
           [](const Cell& cell) { return cell.indices.protein_density_g_dl; }},
    Column{"Mean RI", "", "Mean refractive index inside the cell", 4,
           [](const Cell& cell) { return cell.indices.mean_ri; }},
    Column{"CV", "fL", "Corpuscular volume (threshold of Ryu/Bak 2023)", 1,
           [](const Cell& cell) { return cell.corpuscular_volume_fl; }},
    Column{"CH", "pg", "Corpuscular hemoglobin (Ryu/Bak 2023); meaningful for red cells", 2,
           [](const Cell& cell) { return cell.corpuscular_hemoglobin_pg; }},
    Column{"Flags", "", "Cells cut by the volume's border, and small objects", 0,
           [](const Cell& cell) { return (cell.touches_border ? 2.0 : 0.0) + (cell.too_small ? 1.0 : 0.0); }},
};
constexpr std::size_t kFlags = kColumns.size() - 1;

QString flagsOf(const Cell& cell) {
  QStringList flags;
  if (cell.touches_border) flags << QStringLiteral("touches border");
  if (cell.too_small) flags << QStringLiteral("too small");
  return flags.join(QStringLiteral(", "));
}

QString shown(const Cell& cell, std::size_t column) {
  return column == kFlags ? flagsOf(cell)
                          : QString::number(kColumns[column].value(cell), 'f', kColumns[column].decimals);
}

}  // namespace

void CellTableModel::setScan(std::shared_ptr<const Scan> scan) {
  beginResetModel();
  scan_ = std::move(scan);
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
      return QVariant::fromValue(Qt::AlignVCenter | (column == kFlags ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::ForegroundRole:
      return cell.touches_border || cell.too_small ? QVariant(colour::kWarning) : QVariant();
    case Qt::ToolTipRole:
      return cell.touches_border ? QVariant(QStringLiteral("Cut by the volume's border: its indices are lower bounds"))
                                 : QVariant();
    default:
      return {};
  }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) return {};
  const Column& column = kColumns[static_cast<std::size_t>(section)];
  if (role == Qt::ToolTipRole) return QString::fromUtf8(column.help);
  if (role != Qt::DisplayRole) return {};
  const QString unit = QString::fromUtf8(column.unit);
  return unit.isEmpty() ? QString::fromUtf8(column.name) : QString("%1 (%2)").arg(column.name, unit);
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
