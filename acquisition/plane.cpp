#include "acquisition/plane.h"

#include <numbers>
#include <opencv2/core.hpp>

namespace tomocyte {

void filter_in_place(Plane& plane, View<const std::complex<float>, 2> filter) {
  const auto rows = static_cast<int>(plane.field.shape(0));
  const auto columns = static_cast<int>(plane.field.shape(1));
  cv::Mat field(rows, columns, CV_32FC2, plane.field.data());
  const cv::Mat factors(rows, columns, CV_32FC2, const_cast<std::complex<float>*>(filter.data()));
  cv::dft(field, field);
  cv::mulSpectrums(field, factors, field, 0);
  cv::dft(field, field, cv::DFT_INVERSE | cv::DFT_SCALE);
}

Array<std::complex<float>, 2> make_filter(const Shape<2>& shape, double pixel_um,
                                          const std::function<std::complex<double>(double, double)>& value) {
  const auto frequency = [&](Index i, Index n) {
    return 2.0 * std::numbers::pi * static_cast<double>(i < (n + 1) / 2 ? i : i - n) /
           (static_cast<double>(n) * pixel_um);
  };
  Array<std::complex<float>, 2> filter(shape);
  for (Index y = 0; y < shape[0]; ++y)
    for (Index x = 0; x < shape[1]; ++x)
      filter(y, x) = std::complex<float>(value(frequency(x, shape[1]), frequency(y, shape[0])));
  return filter;
}

}  // namespace tomocyte
