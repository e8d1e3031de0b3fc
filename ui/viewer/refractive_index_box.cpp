#include "ui/viewer/refractive_index_box.h"

#include <QDoubleSpinBox>

namespace tomocyte {

QDoubleSpinBox* refractiveIndexBox(const QString& help) {
  auto* box = new QDoubleSpinBox;
  box->setLocale(QLocale::c());
  box->setDecimals(4);
  box->setRange(1.0, 3.0);
  box->setSingleStep(0.005);
  box->setKeyboardTracking(false);
  box->setToolTip(help);
  return box;
}

}  // namespace tomocyte
