#include "ui/viewer/iso_surface.h"

#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>

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
