#include "ui/viewer/iso_surface.h"

#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>

#include <algorithm>

namespace tomocyte {

// VTK reads the tomogram where it lies: [z, y, x] with x fastest is VTK's own order.
vtkSmartPointer<vtkImageData> imageOf(const Tomogram& tomogram) {
  const Shape<3>& shape = tomogram.ri.shape();
  const VoxelSize& size = tomogram.voxel_size_um;
  vtkNew<vtkFloatArray> values;
  values->SetArray(const_cast<float*>(tomogram.ri.data()), tomogram.ri.size(), 1);  // 1: VTK never frees it
  vtkNew<vtkImageData> image;
  image->SetDimensions(static_cast<int>(shape[2]), static_cast<int>(shape[1]), static_cast<int>(shape[0]));
  image->SetSpacing(size.x, size.y, size.z);
  image->SetOrigin(-static_cast<double>(shape[2] / 2) * size.x, -static_cast<double>(shape[1] / 2) * size.y,
                   -static_cast<double>(shape[0] / 2) * size.z);
  image->GetPointData()->SetScalars(values);
  return image;
}

vtkSmartPointer<vtkImageData> reducedImageOf(const Tomogram& tomogram, int voxels) {
  const Shape<3>& shape = tomogram.ri.shape();
  const VoxelSize& size = tomogram.voxel_size_um;
  const double edges[] = {size.z, size.y, size.x};
  Shape<3> block{};
  Shape<3> reduced{};
  for (std::size_t axis = 0; axis < 3; ++axis) {
    block[axis] = (shape[axis] + voxels - 1) / voxels;
    reduced[axis] = std::max<Index>(shape[axis] / block[axis], 1);  // an incomplete last block is left out
  }
  vtkNew<vtkImageData> image;
  image->SetDimensions(static_cast<int>(reduced[2]), static_cast<int>(reduced[1]), static_cast<int>(reduced[0]));
  double spacing[3];
  double origin[3];
  for (std::size_t axis = 0; axis < 3; ++axis) {
    spacing[2 - axis] = edges[axis] * static_cast<double>(block[axis]);
    origin[2 - axis] =
        edges[axis] * (0.5 * static_cast<double>(block[axis] - 1) - static_cast<double>(shape[axis] / 2));
  }
  image->SetSpacing(spacing);
  image->SetOrigin(origin);
  image->AllocateScalars(VTK_FLOAT, 1);
  const View<float, 3> out(static_cast<float*>(image->GetScalarPointer()), reduced);
  const float scale = 1.0f / static_cast<float>(element_count(block));
  std::fill(out.data(), out.data() + out.size(), 0.0f);
  for (Index z = 0; z < reduced[0] * block[0]; ++z)
    for (Index y = 0; y < reduced[1] * block[1]; ++y) {
      const float* in = &tomogram.ri(z, y, 0);
      float* row = &out(z / block[0], y / block[1], 0);
      for (Index x = 0; x < reduced[2]; ++x)
        for (Index i = 0; i < block[2]; ++i) row[x] += scale * in[x * block[2] + i];
    }
  return image;
}

vtkSmartPointer<vtkPolyData> isoSurface(const Tomogram& tomogram, double ri) {
  const vtkSmartPointer<vtkImageData> image = imageOf(tomogram);
  vtkNew<vtkFlyingEdges3D> contour;
  contour->SetInputData(image);
  contour->SetValue(0, ri);
  contour->ComputeNormalsOn();
  contour->ComputeScalarsOff();
  contour->Update();
  return contour->GetOutput();
}

}  // namespace tomocyte
