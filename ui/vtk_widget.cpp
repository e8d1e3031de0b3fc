// VTK inside a QOpenGLWidget: the order of the calls below matters; each comment names the failure it avoids.
#include "ui/vtk_widget.h"

#include <vtkCallbackCommand.h>
#include <vtkCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkGenericRenderWindowInteractor.h>
#include <vtkInteractorStyleTrackballCamera.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

#include <QElapsedTimer>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions_3_2_Core>
#include <QOpenGLVersionFunctionsFactory>
#include <QSurfaceFormat>
#include <QWheelEvent>

#include "ui/viewer/opengl_probe.h"

namespace tomocyte {

struct VtkWidget::Vtk {
  vtkNew<vtkGenericOpenGLRenderWindow> window;
  vtkNew<vtkGenericRenderWindowInteractor> interactor;
  vtkNew<vtkInteractorStyleTrackballCamera> style;
  vtkNew<vtkCallbackCommand> makeCurrent;
  vtkNew<vtkCallbackCommand> isCurrent;
  vtkNew<vtkCallbackCommand> frame;
  vtkNew<vtkCallbackCommand> turning;
};

VtkWidget::VtkWidget(QWidget* parent) : QOpenGLWidget(parent), vtk_(std::make_unique<Vtk>()) {
  QSurfaceFormat format = QSurfaceFormat::defaultFormat();
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  setFormat(format);
  setMouseTracking(false);
  setFocusPolicy(Qt::ClickFocus);

  vtk_->window->SetOwnContext(0);
  vtk_->window->SetFrameBlitModeToNoBlit();
  if (probeOpenGl().software) vtk_->window->SetMultiSamples(0);  // each sample would cost the window's own time
  vtk_->interactor->SetRenderWindow(vtk_->window);
  vtk_->interactor->SetInteractorStyle(vtk_->style);
  vtk_->interactor->EnableRenderOff();  // frames are drawn when Qt asks

  // Not QOpenGLWidget::makeCurrent(): that binds the widget's framebuffer behind VTK's back.
  vtk_->makeCurrent->SetClientData(this);
  vtk_->makeCurrent->SetCallback([](vtkObject*, unsigned long, void* self, void*) {
    auto* widget = static_cast<VtkWidget*>(self);
    if (widget->context()) widget->context()->makeCurrent(widget->context()->surface());
  });
  vtk_->window->AddObserver(vtkCommand::WindowMakeCurrentEvent, vtk_->makeCurrent);
  vtk_->isCurrent->SetClientData(this);
  vtk_->isCurrent->SetCallback([](vtkObject*, unsigned long, void* self, void* answer) {
    auto* widget = static_cast<VtkWidget*>(self);
    *static_cast<bool*>(answer) = widget->context() && QOpenGLContext::currentContext() == widget->context();
  });
  vtk_->window->AddObserver(vtkCommand::WindowIsCurrentEvent, vtk_->isCurrent);
  vtk_->frame->SetClientData(this);
  vtk_->frame->SetCallback(
      [](vtkObject*, unsigned long, void* self, void*) { static_cast<VtkWidget*>(self)->update(); });
  vtk_->interactor->AddObserver(vtkCommand::RenderEvent, vtk_->frame);
  vtk_->turning->SetClientData(this);
  vtk_->turning->SetCallback([](vtkObject*, unsigned long event, void* self, void*) {
    auto* widget = static_cast<VtkWidget*>(self);
    if (event == vtkCommand::StartInteractionEvent) Q_EMIT widget->turningStarted();
    if (event == vtkCommand::EndInteractionEvent) Q_EMIT widget->turningEnded();
  });
  vtk_->style->AddObserver(vtkCommand::StartInteractionEvent, vtk_->turning);
  vtk_->style->AddObserver(vtkCommand::EndInteractionEvent, vtk_->turning);
  vtk_->interactor->Initialize();
}

VtkWidget::~VtkWidget() {
  releaseGL();
  // Qt destroys the context after this destructor and would call back into what is gone.
  if (context()) disconnect(context(), nullptr, this, nullptr);
}

void VtkWidget::releaseGL() {
  if (!context()) return;
  makeCurrent();
  vtk_->window->Finalize();
  vtk_->window->SetReadyForRendering(false);
  doneCurrent();
}

void VtkWidget::addRenderer(vtkRenderer* renderer) { vtk_->window->AddRenderer(renderer); }

vtkRenderWindowInteractor* VtkWidget::interactor() const { return vtk_->interactor; }

void VtkWidget::initializeGL() {
  connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] { releaseGL(); });
  vtk_->window->SetReadyForRendering(true);
  vtk_->window->SetForceMaximumHardwareLineWidth(1);  // core profiles have no wide lines
  vtk_->window->OpenGLInitContext();
}

void VtkWidget::resizeGL(int width, int height) {
  const double ratio = devicePixelRatioF();
  const int w = static_cast<int>(width * ratio);
  const int h = static_cast<int>(height * ratio);
  vtk_->window->SetSize(w, h);
  vtk_->interactor->UpdateSize(w, h);
}

void VtkWidget::paintGL() {
  QElapsedTimer clock;
  clock.start();
  vtkOpenGLState* state = vtk_->window->GetState();
  state->Reset();  // Qt changed OpenGL's state since the last frame
  state->Push();
  state->vtkglDepthFunc(GL_LEQUAL);
  vtk_->window->Render();
  makeCurrent();
  auto* gl = QOpenGLVersionFunctionsFactory::get<QOpenGLFunctions_3_2_Core>(context());
  gl->glBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
  const GLenum target = GL_COLOR_ATTACHMENT0;
  gl->glDrawBuffers(1, &target);
  state->vtkglDisable(GL_SCISSOR_TEST);
  const int* size = vtk_->window->GetSize();
  vtk_->window->BlitDisplayFramebuffer(0, 0, 0, size[0], size[1], 0, 0, size[0], size[1], GL_COLOR_BUFFER_BIT,
                                       GL_NEAREST);
  state->Pop();
  gl->glFinish();  // else the time of a frame is that of asking for it
  Q_EMIT frameDrawn(static_cast<double>(clock.nsecsElapsed()) / 1e6);
}

namespace {

void tellPosition(vtkRenderWindowInteractor* interactor, const QWidget* widget, const QPointF& at,
                  Qt::KeyboardModifiers keys) {
  const double ratio = widget->devicePixelRatioF();
  interactor->SetEventInformationFlipY(static_cast<int>(at.x() * ratio), static_cast<int>(at.y() * ratio),
                                       keys & Qt::ControlModifier ? 1 : 0, keys & Qt::ShiftModifier ? 1 : 0);
}

}  // namespace

void VtkWidget::mousePressEvent(QMouseEvent* event) {
  tellPosition(vtk_->interactor, this, event->position(), event->modifiers());
  if (event->button() == Qt::LeftButton) vtk_->interactor->InvokeEvent(vtkCommand::LeftButtonPressEvent);
  if (event->button() == Qt::MiddleButton) vtk_->interactor->InvokeEvent(vtkCommand::MiddleButtonPressEvent);
  if (event->button() == Qt::RightButton) vtk_->interactor->InvokeEvent(vtkCommand::RightButtonPressEvent);
}

void VtkWidget::mouseReleaseEvent(QMouseEvent* event) {
  tellPosition(vtk_->interactor, this, event->position(), event->modifiers());
  if (event->button() == Qt::LeftButton) vtk_->interactor->InvokeEvent(vtkCommand::LeftButtonReleaseEvent);
  if (event->button() == Qt::MiddleButton) vtk_->interactor->InvokeEvent(vtkCommand::MiddleButtonReleaseEvent);
  if (event->button() == Qt::RightButton) vtk_->interactor->InvokeEvent(vtkCommand::RightButtonReleaseEvent);
  update();
}

void VtkWidget::mouseMoveEvent(QMouseEvent* event) {
  tellPosition(vtk_->interactor, this, event->position(), event->modifiers());
  vtk_->interactor->InvokeEvent(vtkCommand::MouseMoveEvent);
  update();
  Q_EMIT turned();
}

void VtkWidget::wheelEvent(QWheelEvent* event) {
  tellPosition(vtk_->interactor, this, event->position(), event->modifiers());
  vtk_->interactor->InvokeEvent(event->angleDelta().y() > 0 ? vtkCommand::MouseWheelForwardEvent
                                                            : vtkCommand::MouseWheelBackwardEvent);
  update();
  Q_EMIT turned();
  event->accept();
}

}  // namespace tomocyte
