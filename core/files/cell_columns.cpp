#include "core/files/cell_columns.h"

namespace tomocyte {
namespace {

CellColumn index(const char* name, const char* unit, double CellIndices::*member) {
  return {name, unit, false, [member](const Cell& cell) { return cell.indices.*member; },
          [member](Cell& cell, double value) { cell.indices.*member = value; }};
}

template <class T>
CellColumn value(const char* name, const char* unit, T Cell::*member) {
  return {name, unit, !std::is_floating_point_v<T>,
          [member](const Cell& cell) { return static_cast<double>(cell.*member); },
          [member](Cell& cell, double v) { cell.*member = static_cast<T>(v); }};
}

CellColumn centroid(const char* name, std::size_t axis) {
  return {name, "µm", false, [axis](const Cell& cell) { return cell.centroid_um[axis]; },
          [axis](Cell& cell, double v) { cell.centroid_um[axis] = v; }};
}

CellColumn box(const char* name, Shape<3> VoxelBox::*corner, std::size_t axis) {
  return {name, "voxels", true, [=](const Cell& cell) { return static_cast<double>((cell.box.*corner)[axis]); },
          [=](Cell& cell, double v) { (cell.box.*corner)[axis] = static_cast<Index>(v); }};
}

}  // namespace

const std::vector<CellColumn>& cell_columns() {
  static const std::vector<CellColumn> columns = {
      value("label", "", &Cell::label),
      centroid("centroid_z_um", 0),
      centroid("centroid_y_um", 1),
      centroid("centroid_x_um", 2),
      index("volume_fl", "fL", &CellIndices::volume_fl),
      index("surface_area_um2", "µm²", &CellIndices::surface_area_um2),
      index("sphericity", "", &CellIndices::sphericity),
      index("dry_mass_pg", "pg", &CellIndices::dry_mass_pg),
      index("protein_density_g_dl", "g/dL", &CellIndices::protein_density_g_dl),
      index("mean_ri", "", &CellIndices::mean_ri),
      value("corpuscular_volume_fl", "fL", &Cell::corpuscular_volume_fl),
      value("corpuscular_hemoglobin_pg", "pg", &Cell::corpuscular_hemoglobin_pg),
      value("touches_border", "", &Cell::touches_border),
      value("too_small", "", &Cell::too_small),
      box("box_begin_z", &VoxelBox::begin, 0),
      box("box_begin_y", &VoxelBox::begin, 1),
      box("box_begin_x", &VoxelBox::begin, 2),
      box("box_end_z", &VoxelBox::end, 0),
      box("box_end_y", &VoxelBox::end, 1),
      box("box_end_x", &VoxelBox::end, 2),
  };
  return columns;
}

}  // namespace tomocyte
