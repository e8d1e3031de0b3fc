// The field for a bound of the colours' range.
#pragma once

#include <QString>

class QDoubleSpinBox;

namespace tomocyte {

// Four decimals with a point, in steps of 0.005; tells its value when the typing has ended.
[[nodiscard]] QDoubleSpinBox* refractiveIndexBox(const QString& help);

}  // namespace tomocyte
