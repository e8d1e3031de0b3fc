// A tomogram as VTK's volume, whole or reduced, and its surface of equal refractive index as triangles.
#pragma once

#include <vtkSmartPointer.h>

#include "core/tomogram.h"

class vtkImageData;
class vtkPolyData;

namespace tomocyte {

// The tomogram's memory as VTK sees it, without a copy: x, y, z in µm from the centre voxel. The tomogram must outlive
// it.
[[nodiscard]] vtkSmartPointer<vtkImageData> imageOf(const Tomogram& tomogram);

// Means of blocks of voxels, so that no edge has more than `voxels`; its own memory.
[[nodiscard]] vtkSmartPointer<vtkImageData> reducedImageOf(const Tomogram& tomogram, int voxels);

// With normals. May take a second with 256³ voxels: not for the GUI thread.
[[nodiscard]] vtkSmartPointer<vtkPolyData> isoSurface(const Tomogram& tomogram, double ri);

}  // namespace tomocyte
