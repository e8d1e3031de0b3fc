#include "ui/option_form.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSpinBox>

#include "app/workflow/workflow.h"
#include "test_application.h"
#include "tests/catch.h"

using namespace tomocyte;

TEST_CASE("what is typed into a form arrives in the options, and back") {
  testApplication();
  ReconstructionOptions options;
  OptionForm form(fieldsOf(options));
  qobject_cast<QDoubleSpinBox*>(form.editor("voxel-size-um"))->setValue(0.15);
  qobject_cast<QSpinBox*>(form.editor("iterations"))->setValue(7);
  qobject_cast<QCheckBox*>(form.editor("non-negative"))->setChecked(false);
  qobject_cast<QComboBox*>(form.editor("unwrapping"))->setCurrentText("least-squares");
  CHECK(options.voxel_size_um == Approx(0.15));
  CHECK(options.iterations == 7);
  CHECK_FALSE(options.non_negative);
  CHECK(options.unwrapping == "least-squares");

  options = {};
  form.refresh();
  CHECK(qobject_cast<QSpinBox*>(form.editor("iterations"))->value() == ReconstructionOptions{}.iterations);
  CHECK(qobject_cast<QComboBox*>(form.editor("unwrapping"))->currentText() == "goldstein");
}

TEST_CASE("a form that is only looked at changes no option") {
  testApplication();
  SimulationOptions simulation;
  MeasurementOptions measurement;
  OptionForm first(fieldsOf(simulation));
  OptionForm second(fieldsOf(measurement));
  CHECK(options_to_json(simulation) == options_to_json(SimulationOptions{}));
  CHECK(options_to_json(measurement) == options_to_json(MeasurementOptions{}));
}

TEST_CASE("a form keeps numbers within the table's range") {
  testApplication();
  ReconstructionOptions options;
  OptionForm form(fieldsOf(options));
  qobject_cast<QDoubleSpinBox*>(form.editor("taper-um"))->setValue(1e6);
  CHECK(options.taper_um == Approx(20.0));
}
