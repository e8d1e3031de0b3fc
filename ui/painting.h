// What every picture carries: scale bar, colour bar with units, captions. Shared by the views and the PNG pictures.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QString>

#include "core/research_use.h"
#include "ui/colour_map.h"

namespace tomocyte {

namespace colour {
inline const QColor kBackground(0x1b, 0x1e, 0x23);
inline const QColor kPanel(0x24, 0x28, 0x2e);
inline const QColor kText(0xe4, 0xe7, 0xeb);
inline const QColor kFaint(0x9a, 0xa3, 0xad);
inline const QColor kAccent(0x56, 0xb4, 0xe9);    // Okabe-Ito sky blue
inline const QColor kWarning(0xe6, 0x9f, 0x00);   // Okabe-Ito orange
inline const QColor kSelected(0xf0, 0xe4, 0x42);  // Okabe-Ito yellow
}  // namespace colour

// The longest of 1, 2, 5 × 10^n that is at most `longest`.
[[nodiscard]] double niceLength(double longest);

// A bar of a round length in the lower left corner of `area`; `pixelsPerUnit` picture pixels are one `unit`.
void drawScaleBar(QPainter& painter, const QRectF& area, double pixelsPerUnit, const QString& unit);

// A vertical bar that fills `area` with ticks to its right; `label` (quantity and unit) stands above it.
void drawColourBar(QPainter& painter, const QRectF& area, const ColourMap& map, double low, double high,
                   const QString& label);

// Text on a dark plate so that it can be read on any picture. `flags` as for QPainter::drawText.
void drawCaption(QPainter& painter, const QRectF& area, int flags, const QString& text,
                 const QColor& colour = colour::kText);

// "SIMULATED" on orange, right-aligned in `area`.
void drawSimulatedBadge(QPainter& painter, const QRectF& area);

// As many decimals as tell neighbouring hundredths of the range apart; always a point, whatever the locale.
[[nodiscard]] QString rangeNumber(double value, double low, double high);

}  // namespace tomocyte
