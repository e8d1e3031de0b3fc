<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>AcceptFigure</name>
    <message>
        <source>How often reviewers kept the model&apos;s class</source>
        <translation>판독자가 모델의 세포 종류를 채택한 비율</translation>
    </message>
    <message>
        <source>Bars: exact 95 % limits (Clopper &amp; Pearson 1934). Cells the model was unsure of are not counted.</source>
        <translation>막대: 정확 95 % 한계(Clopper &amp; Pearson 1934). 모델이 확신하지 못한 세포는 집계하지 않습니다.</translation>
    </message>
    <message>
        <source>Kept (%)</source>
        <translation>채택률(%)</translation>
    </message>
</context>
<context>
    <name>ControlFigure</name>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>%1%2 SD</source>
        <translation>%1%2 SD</translation>
    </message>
    <message>
        <source>No limits yet: %1 of %2 measurements of the baseline. A target can be entered.</source>
        <translation>아직 한계가 없습니다: 기준선 측정 %2회 중 %1회 완료. 목표값을 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>Mean %1, SD %2, of the first %3 measurements (hollow).</source>
        <translation>처음 %3회 측정(빈 점)의 평균 %1, SD %2.</translation>
    </message>
    <message>
        <source>Entered target: mean %1, SD %2.</source>
        <translation>입력한 목표값: 평균 %1, SD %2.</translation>
    </message>
    <message>
        <source>%1 excluded.</source>
        <translation>%1회 제외됨.</translation>
    </message>
    <message>
        <source>Rules: Westgard et al. 1981; 1-2s warns.</source>
        <translation>규칙: Westgard et al. 1981. 1-2s는 경고입니다.</translation>
    </message>
    <message>
        <source>No measurement that counts.</source>
        <translation>집계되는 측정값이 없습니다.</translation>
    </message>
</context>
<context>
    <name>IndexFigure</name>
    <message>
        <source>Each point is a cell. Line: mean; box: SEM; whiskers: SD.</source>
        <translation>점 하나가 세포 하나입니다. 선: 평균, 상자: SEM, 수염: SD.</translation>
    </message>
    <message>
        <source>Grey: published range (%1).</source>
        <translation>회색: 문헌에 발표된 범위(%1).</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>검체 %1</translation>
    </message>
    <message>
        <source>No whole cell with a class.</source>
        <translation>세포 종류가 지정된 온전한 세포가 없습니다.</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>A look cannot be called &quot;%1&quot;.</source>
        <translation>표시 모양의 이름으로 &quot;%1&quot;을(를) 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>다른 이름을 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>OpenGlProbe</name>
    <message>
        <source>OpenGL 3.2 is not there</source>
        <translation>OpenGL 3.2가 없습니다</translation>
    </message>
    <message>
        <source>the display has no GLX</source>
        <translation>디스플레이가 GLX를 지원하지 않습니다</translation>
    </message>
    <message>
        <source>the display offers no picture format for 3D</source>
        <translation>디스플레이에 3D용 픽셀 형식이 없습니다</translation>
    </message>
    <message>
        <source>there is no display</source>
        <translation>디스플레이가 없습니다</translation>
    </message>
    <message>
        <source>it is switched off by TOMOCYTE_NO_OPENGL</source>
        <translation>TOMOCYTE_NO_OPENGL로 꺼져 있습니다</translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>New &amp;password</source>
        <translation>새 비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Repeat the password</source>
        <translation>비밀번호 다시 입력(&amp;R)</translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation>비밀번호를 입력하십시오.</translation>
    </message>
    <message>
        <source>The two passwords differ. Type them again.</source>
        <translation>두 비밀번호가 다릅니다. 다시 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>It may move</source>
        <translation>이동 허용</translation>
    </message>
</context>
<context>
    <name>ReportedIndex</name>
    <message>
        <source>Volume</source>
        <translation>부피</translation>
    </message>
    <message>
        <source>Surface area</source>
        <translation>표면적</translation>
    </message>
    <message>
        <source>Sphericity</source>
        <translation>구형도</translation>
    </message>
    <message>
        <source>Dry mass</source>
        <translation>건조 질량</translation>
    </message>
    <message>
        <source>Protein density</source>
        <translation>단백질 농도</translation>
    </message>
    <message>
        <source>Mean refractive index</source>
        <translation>평균 굴절률</translation>
    </message>
</context>
<context>
    <name>ScatterPoints</name>
    <message>
        <source>Not read yet, or unidentified</source>
        <translation>아직 판독하지 않았거나 미분류</translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation>미분류</translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>%1: &quot;%2&quot; is no number</source>
        <translation>%1: &quot;%2&quot;은(는) 숫자가 아닙니다</translation>
    </message>
    <message>
        <source>Write it with a point: 0.5</source>
        <translation>소수점을 사용하여 입력하십시오: 0.5</translation>
    </message>
    <message>
        <source>%1: the range has only one end</source>
        <translation>%1: 범위의 한쪽 끝만 입력되었습니다</translation>
    </message>
    <message>
        <source>Give both ends, or none.</source>
        <translation>양쪽 끝을 모두 입력하거나 모두 비워 두십시오.</translation>
    </message>
</context>
<context>
    <name>StatisticsTables</name>
    <message>
        <source>Class</source>
        <translation>세포 종류</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>SEM</source>
        <translation>SEM</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>중앙값</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Mean is</source>
        <translation>평균 판정</translation>
    </message>
    <message>
        <source>Cells in range</source>
        <translation>범위 내 세포</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>항목</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Difference (95 %)</source>
        <translation>차이(95 %)</translation>
    </message>
    <message>
        <source>Share of white cells</source>
        <translation>백혈구 중 비율</translation>
    </message>
    <message>
        <source>Mean: %1</source>
        <translation>평균: %1</translation>
    </message>
</context>
<context>
    <name>VolumeSheet</name>
    <message>
        <source>membrane n = %1</source>
        <translation>막 n = %1</translation>
    </message>
    <message>
        <source>interior n = %1</source>
        <translation>내부 n = %1</translation>
    </message>
</context>
<context>
    <name>cell_delegate</name>
    <message>
        <source>%1 fL</source>
        <translation>%1 fL</translation>
    </message>
</context>
<context>
    <name>cell_table_model</name>
    <message>
        <source>touches border</source>
        <translation>경계에 닿음</translation>
    </message>
    <message>
        <source>too small</source>
        <translation>너무 작음</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>판독 필요</translation>
    </message>
    <message>
        <source>Cut by the volume&apos;s border: its indices are lower bounds</source>
        <translation>측정 부피의 경계에서 잘림: 지표는 하한값입니다</translation>
    </message>
    <message>
        <source>To review: %1</source>
        <translation>판독 필요: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>모델: %1</translation>
    </message>
</context>
<context>
    <name>device_panel</name>
    <message>
        <source>%1 to %2 %3</source>
        <translation>%1 ~ %2 %3</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>읽기 전용</translation>
    </message>
</context>
<context>
    <name>export_report</name>
    <message>
        <source>PDF pages</source>
        <translation>PDF 문서</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 표</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>스프레드시트</translation>
    </message>
    <message>
        <source>Tomocyte report</source>
        <translation>Tomocyte 보고서</translation>
    </message>
    <message>
        <source>FCS 3.1 cells</source>
        <translation>FCS 3.1 세포 데이터</translation>
    </message>
    <message>
        <source>HL7 FHIR R4 bundle</source>
        <translation>HL7 FHIR R4 번들</translation>
    </message>
    <message>
        <source>HL7 v2.5.1 message</source>
        <translation>HL7 v2.5.1 메시지</translation>
    </message>
</context>
<context>
    <name>fault_panel</name>
    <message>
        <source>Faults of the simulated microscope, to see what a scan does and how it goes on</source>
        <translation>모의 현미경의 고장입니다. 고장 시 스캔의 동작과 이후 진행 과정을 확인할 수 있습니다</translation>
    </message>
</context>
<context>
    <name>focus_curve</name>
    <message>
        <source>Contrast of the amplitude against z. Blood cells are phase objects: in focus their amplitude is flattest, so the lowest point is the focus. Page up and page down move the stage by 0.5 µm.</source>
        <translation>z에 따른 진폭의 대비입니다. 혈액 세포는 위상 물체이므로 초점이 맞으면 진폭이 가장 평탄하며, 가장 낮은 지점이 초점입니다. Page Up과 Page Down 키로 스테이지를 0.5 µm씩 이동합니다.</translation>
    </message>
</context>
<context>
    <name>gallery_model</name>
    <message>
        <source>Cut by the volume&apos;s border: its indices are lower bounds</source>
        <translation>측정 부피의 경계에서 잘림: 지표는 하한값입니다</translation>
    </message>
    <message>
        <source>Cell %1: %2, reviewed</source>
        <translation>세포 %1: %2, 판독함</translation>
    </message>
    <message>
        <source>Cell %1: %2, not reviewed</source>
        <translation>세포 %1: %2, 미판독</translation>
    </message>
    <message>
        <source>Unsure: %1</source>
        <translation>불확실한 이유: %1</translation>
    </message>
    <message>
        <source>unidentified</source>
        <translation>미분류</translation>
    </message>
</context>
<context>
    <name>hologram_panels</name>
    <message>
        <source>Spectrum, log10 of power</source>
        <translation>스펙트럼, 파워의 log10</translation>
    </message>
    <message>
        <source>+1 order, pupil</source>
        <translation>+1차, 동공</translation>
    </message>
</context>
<context>
    <name>import_scans</name>
    <message>
        <source>Importing %1</source>
        <translation>%1 가져오는 중</translation>
    </message>
    <message>
        <source>1 scan file imported</source>
        <translation>스캔 파일 1개를 가져왔습니다</translation>
    </message>
    <message>
        <source>%1 scan files imported</source>
        <translation>스캔 파일 %1개를 가져왔습니다</translation>
    </message>
    <message>
        <source>%1 known already</source>
        <translation>이미 등록됨 %1개</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>거부됨 %1개</translation>
    </message>
</context>
<context>
    <name>main_window</name>
    <message>
        <source>, %1 min %2 s left</source>
        <translation>, %1분 %2초 남음</translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation>, %1초 남음</translation>
    </message>
</context>
<context>
    <name>main_window_actions</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2)&lt;br&gt;Label-free hematology by optical diffraction tomography.&lt;br&gt;&lt;br&gt;%3</source>
        <translation>&lt;b&gt;%1&lt;/b&gt; (%2)&lt;br&gt;광회절 단층촬영을 이용한 비표지 혈액 분석.&lt;br&gt;&lt;br&gt;%3</translation>
    </message>
</context>
<context>
    <name>main_window_overviews</name>
    <message>
        <source>A region of a smear, field by field at each wavelength. The map of the tab Microscope fills in.</source>
        <translation>도말의 한 영역을 파장별로 시야마다 촬영합니다. 현미경 탭의 지도가 채워집니다.</translation>
    </message>
</context>
<context>
    <name>main_window_scans</name>
    <message>
        <source>%1 scan file(s) in %2</source>
        <translation>%2에 스캔 파일 %1개</translation>
    </message>
    <message>
        <source>The scan of the smear &quot;%1&quot; was interrupted: %2 of %3 places are complete</source>
        <translation>도말 &quot;%1&quot;의 스캔이 중단되었습니다: %3곳 중 %2곳 완료</translation>
    </message>
    <message>
        <source>The scan of &quot;%1&quot; was interrupted: %2 of %3 cells are complete</source>
        <translation>&quot;%1&quot;의 스캔이 중단되었습니다: 세포 %3개 중 %2개 완료</translation>
    </message>
</context>
<context>
    <name>measurement_panel</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
</context>
<context>
    <name>microscope_live</name>
    <message>
        <source>%1 % of the pixels are saturated: their phase cannot be measured. Shorten the exposure or lower the gain.</source>
        <translation>픽셀의 %1 %가 포화되어 위상을 측정할 수 없습니다. 노출 시간을 줄이거나 게인을 낮추십시오.</translation>
    </message>
    <message>
        <source>The camera has lost %1 frames since the live view began: lower its frame rate, or use a faster port or network.</source>
        <translation>실시간 보기를 시작한 후 카메라가 %1프레임을 손실했습니다. 프레임 속도를 낮추거나 더 빠른 포트 또는 네트워크를 사용하십시오.</translation>
    </message>
    <message>
        <source>The stage moves over its whole range to find its reference. Is the objective clear of the slide?</source>
        <translation>스테이지가 기준점을 찾기 위해 전체 범위를 이동합니다. 대물렌즈가 슬라이드에서 떨어져 있습니까?</translation>
    </message>
</context>
<context>
    <name>microscope_view</name>
    <message>
        <source>The stage is connected and stands still. May it move? Check first that the objective is clear of the slide and the way is free.</source>
        <translation>스테이지가 연결되어 정지해 있습니다. 이동을 허용하시겠습니까? 먼저 대물렌즈가 슬라이드에서 떨어져 있고 이동 경로에 장애물이 없는지 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>model_panel</name>
    <message>
        <source>Cells are measured but not classified. Choose a model, or train one.</source>
        <translation>세포가 측정되었으나 분류되지 않았습니다. 모델을 선택하거나 학습시키십시오.</translation>
    </message>
</context>
<context>
    <name>option_form</name>
    <message>
        <source>RI </source>
        <translation>RI </translation>
    </message>
    <message>
        <source>RII</source>
        <translation>RII</translation>
    </message>
    <message>
        <source>RI</source>
        <translation>RI</translation>
    </message>
    <message>
        <source>NA</source>
        <translation>NA</translation>
    </message>
    <message>
        <source>
%1 to %2 %3</source>
        <translation>
%1 ~ %2 %3</translation>
    </message>
    <message>
        <source>
Command line: --</source>
        <translation>
명령줄: --</translation>
    </message>
</context>
<context>
    <name>picture_panels</name>
    <message>
        <source>%1 maximum projection</source>
        <translation>%1 최대 투영</translation>
    </message>
    <message>
        <source>%1 slice, %2 = %3 µm</source>
        <translation>%1 단면, %2 = %3 µm</translation>
    </message>
    <message>
        <source>Volume rendering</source>
        <translation>볼륨 렌더링</translation>
    </message>
    <message>
        <source>no cells measured</source>
        <translation>측정된 세포 없음</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>외 %1개</translation>
    </message>
</context>
<context>
    <name>pictures</name>
    <message>
        <source>(no sample id)</source>
        <translation>(검체 ID 없음)</translation>
    </message>
    <message>
        <source>3D view not drawn: %1</source>
        <translation>3D 보기를 그리지 못했습니다: %1</translation>
    </message>
</context>
<context>
    <name>positions_panel</name>
    <message>
        <source>Double click: move there. Delete: remove what is selected. Ctrl+Z, Ctrl+Shift+Z: undo, redo.</source>
        <translation>두 번 클릭: 해당 위치로 이동. Delete: 선택 항목 제거. Ctrl+Z, Ctrl+Shift+Z: 실행 취소, 다시 실행.</translation>
    </message>
</context>
<context>
    <name>report_panel</name>
    <message>
        <source>&lt;p style=&apos;color:%1&apos;&gt;The report of the chosen sample appears here.&lt;/p&gt;</source>
        <translation>&lt;p style=&apos;color:%1&apos;&gt;선택한 검체의 보고서가 여기에 표시됩니다.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>review_keys</name>
    <message>
        <source>Artefact</source>
        <translation>인공물</translation>
    </message>
    <message>
        <source>Doublet</source>
        <translation>이중세포</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>사멸</translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation>불분명</translation>
    </message>
</context>
<context>
    <name>review_view</name>
    <message>
        <source>No model has classified this cell</source>
        <translation>이 세포를 분류한 모델이 없습니다</translation>
    </message>
    <message>
        <source>Read the cells as the model left them, blind to the review and the report</source>
        <translation>판독 결과와 보고서를 보지 않고 모델이 분류한 상태의 세포를 판독합니다</translation>
    </message>
    <message>
        <source>A key gives the selected cells its class or flag. Space confirms what is there. Pictures: highest RI along z, %1 µm wide, medium to +%2.</source>
        <translation>키를 누르면 선택한 세포에 세포 종류 또는 표시가 지정됩니다. Space 키는 현재 값을 확정합니다. 그림: z 방향 최대 RI, 너비 %1 µm, 매질부터 +%2까지.</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>모델: %1</translation>
    </message>
    <message>
        <source>Model: %1. Unsure: %2</source>
        <translation>모델: %1. 불확실한 이유: %2</translation>
    </message>
</context>
<context>
    <name>review_view_reading</name>
    <message>
        <source>The reading is closed. No cell of it has been reviewed yet.</source>
        <translation>판독이 종료되었습니다. 이 판독의 세포 중 검토된 세포가 아직 없습니다.</translation>
    </message>
    <message>
        <source>The reading is closed: %1 of %2 cells are what the review says.</source>
        <translation>판독이 종료되었습니다: 세포 %2개 중 %1개가 기존 판독 결과와 일치합니다.</translation>
    </message>
    <message>
        <source>The reading is closed: %1 of %2 cells are what the review says, Cohen&apos;s kappa %3 (standard error %4).</source>
        <translation>판독이 종료되었습니다: 세포 %2개 중 %1개가 기존 판독 결과와 일치합니다. Cohen의 카파 %3(표준오차 %4).</translation>
    </message>
</context>
<context>
    <name>samples_view_catalog</name>
    <message>
        <source>No samples yet. Drop scan files or a folder here, press Import…, or enter a tube with New sample…</source>
        <translation>아직 검체가 없습니다. 스캔 파일이나 폴더를 여기에 끌어다 놓거나, 가져오기…를 누르거나, 새 검체…로 튜브를 등록하십시오</translation>
    </message>
</context>
<context>
    <name>scan_dialog</name>
    <message>
        <source>Refractive index of the medium around the cells, if it was measured</source>
        <translation>세포 주변 매질의 굴절률(측정한 경우)</translation>
    </message>
    <message>
        <source>A background of an earlier scan is used only when camera, exposure, wavelength, patterns and calibration are the same, and it is not old</source>
        <translation>이전 스캔의 배경은 카메라, 노출, 파장, 패턴, 보정이 동일하고 오래되지 않은 경우에만 사용됩니다</translation>
    </message>
    <message>
        <source>%1 position(s)%2 of %3 frames each: at least %4 s of exposure, besides stage moves. The plan is checked as a whole before anything moves.</source>
        <translation>위치 %1개%2, 각 %3프레임: 스테이지 이동을 제외하고 노출에 최소 %4 s가 걸립니다. 이동을 시작하기 전에 계획 전체를 점검합니다.</translation>
    </message>
    <message>
        <source>Choose the background of an earlier scan, or first a place without a sample for a new one.</source>
        <translation>이전 스캔의 배경을 선택하거나, 새 배경을 위해 검체가 없는 위치를 먼저 선택하십시오.</translation>
    </message>
    <message>
        <source>A scan with this id is in the folder already. Choose another id.</source>
        <translation>이 ID의 스캔이 이미 폴더에 있습니다. 다른 ID를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>sign_dialog</name>
    <message>
        <source>stands in the report</source>
        <translation>보고서에 표시됩니다</translation>
    </message>
    <message>
        <source>%1 of %2 cells are not reviewed, %3 are unidentified. Review them first, or say why the report is signed all the same.</source>
        <translation>세포 %2개 중 %1개가 판독되지 않았고 %3개가 미분류입니다. 먼저 판독하거나, 그럼에도 보고서에 서명하는 사유를 입력하십시오.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sample %1&lt;/b&gt;%2, report %3, version %4</source>
        <translation>&lt;b&gt;검체 %1&lt;/b&gt;%2, 보고서 %3, 버전 %4</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sample %1&lt;/b&gt;%2, report %3, version %4, amends version %5</source>
        <translation>&lt;b&gt;검체 %1&lt;/b&gt;%2, 보고서 %3, 버전 %4(버전 %5의 수정본)</translation>
    </message>
    <message>
        <source>%1 white cells of %2 cells</source>
        <translation>세포 %2개 중 백혈구 %1개</translation>
    </message>
    <message>
        <source>Signed by %1</source>
        <translation>서명자: %1</translation>
    </message>
</context>
<context>
    <name>slice_view</name>
    <message>
        <source>Click or drag: move the crosshair. Wheel or PgUp/PgDn: step through the slices.
Ctrl+wheel: zoom. Right drag: pan. Double click: whole picture.</source>
        <translation>클릭 또는 끌기: 십자선 이동. 휠 또는 PgUp/PgDn: 단면 넘기기.
Ctrl+휠: 확대/축소. 오른쪽 버튼으로 끌기: 화면 이동. 두 번 클릭: 전체 그림.</translation>
    </message>
</context>
<context>
    <name>stage_map</name>
    <message>
        <source>Double click: move there. Drag: pan. Wheel: zoom. F: fit the positions.</source>
        <translation>두 번 클릭: 해당 위치로 이동. 끌기: 화면 이동. 휠: 확대/축소. F: 위치에 맞춤.</translation>
    </message>
</context>
<context>
    <name>template_page</name>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>한국어 (Korean)</source>
        <translation>한국어 (Korean)</translation>
    </message>
</context>
<context>
    <name>tomocyte::AcceptView</name>
    <message>
        <source>Per week</source>
        <translation>주별</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>월별</translation>
    </message>
    <message>
        <source>Simulated samples</source>
        <translation>모의 검체</translation>
    </message>
    <message>
        <source>Instead of the real ones: they are never mixed</source>
        <translation>실제 검체 대신 표시합니다. 둘은 섞이지 않습니다</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>Class of the model</source>
        <translation>모델의 세포 종류</translation>
    </message>
    <message>
        <source>Reviewed cells</source>
        <translation>판독한 세포</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>채택</translation>
    </message>
    <message>
        <source>Kept, % (95 % limits)</source>
        <translation>채택률, % (95 % 한계)</translation>
    </message>
    <message>
        <source>No reviewed cell yet that a model was sure of.</source>
        <translation>모델이 확신한 세포 중 판독된 세포가 아직 없습니다.</translation>
    </message>
    <message>
        <source>accept-rate</source>
        <translation>채택률</translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation>그림을 %1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::AccountPage</name>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>Repeat the password</source>
        <translation>비밀번호 다시 입력</translation>
    </message>
    <message>
        <source>&lt;b&gt;You&lt;/b&gt;, the reviewer who reviews cells and signs reports</source>
        <translation>&lt;b&gt;사용자 본인&lt;/b&gt;: 세포를 판독하고 보고서에 서명하는 판독자</translation>
    </message>
    <message>
        <source>&lt;b&gt;The administrator&lt;/b&gt;, who adds people and signs nothing</source>
        <translation>&lt;b&gt;관리자&lt;/b&gt;: 사용자를 추가하며 서명은 하지 않음</translation>
    </message>
    <message>
        <source>as it stands under a report</source>
        <translation>보고서 하단에 표시되는 이름</translation>
    </message>
    <message>
        <source>Welcome: the first accounts</source>
        <translation>환영합니다: 최초 계정</translation>
    </message>
    <message>
        <source>Create the accounts</source>
        <translation>계정 만들기</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>검체</translation>
    </message>
    <message>
        <source>The two passwords of %1 differ. Type them again.</source>
        <translation>%1의 두 비밀번호가 다릅니다. 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>Give both accounts a name without spaces.</source>
        <translation>두 계정 모두 공백 없는 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>Give the two accounts different names.</source>
        <translation>두 계정에 서로 다른 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>A new sample catalog was made at %1.</source>
        <translation>새 검체 카탈로그를 %1에 만들었습니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::BackgroundJob</name>
    <message>
        <source>There is not enough memory.</source>
        <translation>메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>Use fewer voxels, or close other programs.</source>
        <translation>복셀 수를 줄이거나 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Internal error: </source>
        <translation>내부 오류: </translation>
    </message>
    <message>
        <source>Please report this with the file.</source>
        <translation>이 오류를 파일과 함께 보고해 주십시오.</translation>
    </message>
</context>
<context>
    <name>tomocyte::CatalogThread</name>
    <message>
        <source>Internal error: </source>
        <translation>내부 오류: </translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>이 오류를 보고해 주십시오.</translation>
    </message>
</context>
<context>
    <name>tomocyte::CellTableModel</name>
    <message>
        <source>Cell</source>
        <translation>세포</translation>
    </message>
    <message>
        <source>Number of the cell, largest first</source>
        <translation>세포 번호(큰 순서)</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>세포 종류</translation>
    </message>
    <message>
        <source>The most probable class, said by the model of the tab Classify</source>
        <translation>분류 탭의 모델이 판정한 가장 확률이 높은 세포 종류</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>확률</translation>
    </message>
    <message>
        <source>Calibrated probability of the class</source>
        <translation>세포 종류의 보정된 확률</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>부피</translation>
    </message>
    <message>
        <source>Volume inside the threshold</source>
        <translation>임계값 내부의 부피</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>표면적</translation>
    </message>
    <message>
        <source>Area of the sub-voxel surface</source>
        <translation>서브복셀 표면의 면적</translation>
    </message>
    <message>
        <source>Sphericity</source>
        <translation>구형도</translation>
    </message>
    <message>
        <source>1 for a sphere</source>
        <translation>구는 1입니다</translation>
    </message>
    <message>
        <source>Dry mass</source>
        <translation>건조 질량</translation>
    </message>
    <message>
        <source>Mass of everything but water, from the refractive index</source>
        <translation>굴절률로 구한, 물을 제외한 모든 성분의 질량</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>밀도</translation>
    </message>
    <message>
        <source>Protein density: dry mass / volume</source>
        <translation>단백질 농도: 건조 질량 / 부피</translation>
    </message>
    <message>
        <source>Mean RI</source>
        <translation>평균 RI</translation>
    </message>
    <message>
        <source>Mean refractive index inside the cell</source>
        <translation>세포 내부의 평균 굴절률</translation>
    </message>
    <message>
        <source>CV</source>
        <translation>CV</translation>
    </message>
    <message>
        <source>Corpuscular volume (threshold of Ryu/Bak 2023)</source>
        <translation>적혈구 용적(Ryu/Bak 2023의 임계값)</translation>
    </message>
    <message>
        <source>CH</source>
        <translation>CH</translation>
    </message>
    <message>
        <source>Corpuscular hemoglobin (Ryu/Bak 2023); meaningful for red cells</source>
        <translation>적혈구 혈색소량(Ryu/Bak 2023); 적혈구에만 의미가 있습니다</translation>
    </message>
    <message>
        <source>Flags</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>Cells to review, cut by the volume&apos;s border, and small objects</source>
        <translation>판독이 필요한 세포, 측정 부피의 경계에서 잘린 세포 및 작은 물체</translation>
    </message>
</context>
<context>
    <name>tomocyte::CellTableView</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet (Ctrl+C in the table)</source>
        <translation>스프레드시트용으로 표 복사(표에서 Ctrl+C)</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV 내보내기…</translation>
    </message>
    <message>
        <source>No cells measured. Measure (F6) finds them.</source>
        <translation>측정된 세포가 없습니다. 측정(F6)으로 세포를 찾으십시오.</translation>
    </message>
    <message>
        <source>No cells: there is no tomogram yet.</source>
        <translation>세포 없음: 아직 토모그램이 없습니다.</translation>
    </message>
    <message>
        <source>1 cell</source>
        <translation>세포 1개</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>세포 %1개</translation>
    </message>
    <message>
        <source>%1, %2 to review. Click a row to go to the cell.</source>
        <translation>%1, %2개 판독 필요. 행을 클릭하면 해당 세포로 이동합니다.</translation>
    </message>
    <message>
        <source>%1. Click a row to go to the cell.</source>
        <translation>%1. 행을 클릭하면 해당 세포로 이동합니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::ClassPanel</name>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>세포 종류</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>세포</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>Press it to give the selected cells this class or flag</source>
        <translation>이 키를 누르면 선택한 세포에 이 세포 종류 또는 표시가 지정됩니다</translation>
    </message>
    <message>
        <source>Cells that nobody has reviewed yet</source>
        <translation>아직 아무도 판독하지 않은 세포</translation>
    </message>
    <message>
        <source>All cells</source>
        <translation>모든 세포</translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation>미분류</translation>
    </message>
</context>
<context>
    <name>tomocyte::ClassesPage</name>
    <message>
        <source>white cell, percent</source>
        <translation>백혈구, 백분율</translation>
    </message>
    <message>
        <source>per 100 white cells</source>
        <translation>백혈구 100개당</translation>
    </message>
    <message>
        <source>named only</source>
        <translation>이름만 표시</translation>
    </message>
    <message>
        <source>Stands in every report: count it up with every change</source>
        <translation>모든 보고서에 표시됩니다. 변경할 때마다 번호를 올리십시오</translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation>표 이름</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Source of the ranges</source>
        <translation>참고범위의 출처</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>10⁹/L</source>
        <translation>10⁹/L</translation>
    </message>
    <message>
        <source>Total white cells</source>
        <translation>총 백혈구</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>세포 종류</translation>
    </message>
    <message>
        <source>Name in the report</source>
        <translation>보고서 표시 이름</translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation>계수 방식</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>상위 종류</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>선택 사항</translation>
    </message>
    <message>
        <source>Percent
from</source>
        <translation>백분율
하한</translation>
    </message>
    <message>
        <source>Percent
to</source>
        <translation>백분율
상한</translation>
    </message>
    <message>
        <source>10⁹/L
from</source>
        <translation>10⁹/L
하한</translation>
    </message>
    <message>
        <source>10⁹/L
to</source>
        <translation>10⁹/L
상한</translation>
    </message>
    <message>
        <source>As models and reviewers name it</source>
        <translation>모델과 판독자가 사용하는 이름</translation>
    </message>
    <message>
        <source>The white class in whose count this one is contained</source>
        <translation>이 세포 종류를 계수에 포함하는 백혈구 종류</translation>
    </message>
    <message>
        <source>Not missed in the report of a method that does not know the class</source>
        <translation>이 세포 종류를 구분하지 않는 검사법의 보고서에서는 누락으로 보지 않습니다</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>위로(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>아래로(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Add a class</source>
        <translation>세포 종류 추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove the class</source>
        <translation>세포 종류 제거(&amp;R)</translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation>%1, 백분율</translation>
    </message>
    <message>
        <source>%1, 10⁹/L</source>
        <translation>%1, 10⁹/L</translation>
    </message>
</context>
<context>
    <name>tomocyte::CodePage</name>
    <message>
        <source>%1: &quot;%2&quot; is no LOINC code, its check digit is wrong</source>
        <translation>%1: &quot;%2&quot;은(는) LOINC 코드가 아닙니다. 검사 숫자가 잘못되었습니다</translation>
    </message>
    <message>
        <source>Compare it with loinc.org.</source>
        <translation>loinc.org와 대조하십시오.</translation>
    </message>
    <message>
        <source>Version of LOINC</source>
        <translation>LOINC 버전</translation>
    </message>
    <message>
        <source>Differential panel</source>
        <translation>백혈구 감별계산 패널</translation>
    </message>
    <message>
        <source>Total white cells</source>
        <translation>총 백혈구</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>세포 종류</translation>
    </message>
    <message>
        <source>Code of percent</source>
        <translation>백분율 코드</translation>
    </message>
    <message>
        <source>Its name</source>
        <translation>코드 이름</translation>
    </message>
    <message>
        <source>Code of count per volume</source>
        <translation>부피당 개수 코드</translation>
    </message>
    <message>
        <source>A class without a code goes out as text. The codes that ship are those without a method.</source>
        <translation>코드가 없는 세포 종류는 텍스트로 전송됩니다. 기본 제공 코드는 검사법이 지정되지 않은 코드입니다.</translation>
    </message>
    <message>
        <source>&amp;Add a class</source>
        <translation>세포 종류 추가(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remove the class</source>
        <translation>세포 종류 제거(&amp;R)</translation>
    </message>
    <message>
        <source>the differential panel has no code</source>
        <translation>백혈구 감별계산 패널에 코드가 없습니다</translation>
    </message>
    <message>
        <source>It needs one.</source>
        <translation>코드가 필요합니다.</translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation>%1, 백분율</translation>
    </message>
    <message>
        <source>%1, count</source>
        <translation>%1, 개수</translation>
    </message>
    <message>
        <source>row %1 has a code and no class</source>
        <translation>%1행에 코드는 있으나 세포 종류가 없습니다</translation>
    </message>
    <message>
        <source>Write the class as in the table of classes.</source>
        <translation>세포 종류를 세포 종류 표와 동일하게 입력하십시오.</translation>
    </message>
    <message>
        <source>the class %1 stands there twice</source>
        <translation>세포 종류 %1이(가) 두 번 있습니다</translation>
    </message>
    <message>
        <source>Remove one of the rows.</source>
        <translation>두 행 중 하나를 제거하십시오.</translation>
    </message>
</context>
<context>
    <name>tomocyte::CommentsDialog</name>
    <message>
        <source>Comments</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>A new comment; it stands in the report with your name</source>
        <translation>새 의견. 사용자 이름과 함께 보고서에 표시됩니다</translation>
    </message>
    <message>
        <source>&amp;Add the comment</source>
        <translation>의견 추가(&amp;A)</translation>
    </message>
    <message>
        <source>On</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation>검체 %1</translation>
    </message>
    <message>
        <source>No sample is chosen.</source>
        <translation>선택한 검체가 없습니다.</translation>
    </message>
    <message>
        <source>the sample</source>
        <translation>검체</translation>
    </message>
    <message>
        <source>the selected cell (%1)</source>
        <translation>선택한 세포(%1)</translation>
    </message>
    <message>
        <source>Kept. The report that was signed does not change; the next version has it.</source>
        <translation>저장했습니다. 이미 서명된 보고서는 변경되지 않으며, 다음 버전에 포함됩니다.</translation>
    </message>
    <message>
        <source>on cell %1</source>
        <translation>세포 %1에 대한 의견</translation>
    </message>
    <message>
        <source>on the sample</source>
        <translation>검체에 대한 의견</translation>
    </message>
    <message>
        <source>Nobody has written anything yet.</source>
        <translation>아직 작성된 의견이 없습니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::CompareColumn</name>
    <message>
        <source>%1 (model, %2)</source>
        <translation>%1 (모델, %2)</translation>
    </message>
    <message>
        <source>%1 (model, %2, to review)</source>
        <translation>%1 (모델, %2, 판독 필요)</translation>
    </message>
    <message>
        <source>not classified</source>
        <translation>분류되지 않음</translation>
    </message>
    <message>
        <source>%1, cell %2</source>
        <translation>%1, 세포 %2</translation>
    </message>
    <message>
        <source>Take this cell out of the comparison</source>
        <translation>이 세포를 비교에서 제외</translation>
    </message>
    <message>
        <source>Volume %1 fL</source>
        <translation>부피 %1 fL</translation>
    </message>
    <message>
        <source>Surface %1 µm²</source>
        <translation>표면적 %1 µm²</translation>
    </message>
    <message>
        <source>Sphericity %1</source>
        <translation>구형도 %1</translation>
    </message>
    <message>
        <source>Dry mass %1 pg</source>
        <translation>건조 질량 %1 pg</translation>
    </message>
    <message>
        <source>Protein %1 g/dL</source>
        <translation>단백질 %1 g/dL</translation>
    </message>
    <message>
        <source>Mean n %1</source>
        <translation>평균 n %1</translation>
    </message>
    <message>
        <source>cut by the volume: indices are lower bounds</source>
        <translation>측정 부피에서 잘림: 지표는 하한값입니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::CompareSlice</name>
    <message>
        <source>Click or drag: move the crosshair in all cells. Wheel: zoom all.</source>
        <translation>클릭 또는 끌기: 모든 세포의 십자선 이동. 휠: 모두 확대/축소.</translation>
    </message>
    <message>
        <source>beyond the volume of this scan</source>
        <translation>이 스캔의 측정 부피를 벗어남</translation>
    </message>
</context>
<context>
    <name>tomocyte::CompareView</name>
    <message>
        <source>Add a cell</source>
        <translation>세포 추가</translation>
    </message>
    <message>
        <source>A cell of the open scan, or scan files. Scan files can also be dropped here.</source>
        <translation>열린 스캔의 세포 또는 스캔 파일입니다. 스캔 파일은 여기에 끌어다 놓을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop reading scan files</source>
        <translation>스캔 파일 읽기 중지</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>단면</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>All maps can be told apart by colour-blind people</source>
        <translation>모든 색상표는 색각 이상이 있는 사람도 구별할 수 있습니다</translation>
    </message>
    <message>
        <source>Refractive index of the darkest colour, in all cells</source>
        <translation>모든 세포에서 가장 어두운 색의 굴절률</translation>
    </message>
    <message>
        <source>Refractive index of the brightest colour, in all cells</source>
        <translation>모든 세포에서 가장 밝은 색의 굴절률</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Scale and colours so that all cells are shown whole; crosshair to the centres</source>
        <translation>모든 세포가 전체로 보이도록 배율과 색상을 맞추고 십자선을 중심에 둡니다</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Refractive index from</source>
        <translation>굴절률 범위</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
    <message>
        <source>Cell %1 of the open scan</source>
        <translation>열린 스캔의 세포 %1</translation>
    </message>
    <message>
        <source>Scan files…</source>
        <translation>스캔 파일…</translation>
    </message>
    <message>
        <source>Scans to compare</source>
        <translation>비교할 스캔</translation>
    </message>
    <message>
        <source>Scans (*.h5 *.hdf5);;All files (*)</source>
        <translation>스캔 (*.h5 *.hdf5);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 읽는 중…</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>읽는 중</translation>
    </message>
    <message>
        <source>%1 cells stand side by side at most. Remove one first.</source>
        <translation>세포는 최대 %1개까지 나란히 표시할 수 있습니다. 먼저 하나를 제거하십시오.</translation>
    </message>
    <message>
        <source>Cells side by side, in one scale and one range of colours. Add cells, or drop scan files here.</source>
        <translation>세포를 동일한 배율과 색상 범위로 나란히 표시합니다. 세포를 추가하거나 스캔 파일을 여기에 끌어다 놓으십시오.</translation>
    </message>
</context>
<context>
    <name>tomocyte::ControlView</name>
    <message>
        <source>Add from file…</source>
        <translation>파일에서 추가…</translation>
    </message>
    <message>
        <source>A scan in which the control has been measured as a cell is</source>
        <translation>정도관리 물질을 세포와 같은 방법으로 측정한 스캔</translation>
    </message>
    <message>
        <source>Target…</source>
        <translation>목표값…</translation>
    </message>
    <message>
        <source>Does not count…</source>
        <translation>집계 제외…</translation>
    </message>
    <message>
        <source>The chosen measurement stays in the table, with the reason, and leaves the chart</source>
        <translation>선택한 측정값은 사유와 함께 표에 남고 차트에서는 제외됩니다</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>표 저장…</translation>
    </message>
    <message>
        <source>Measured (UTC)</source>
        <translation>측정 시각(UTC)</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation>편차</translation>
    </message>
    <message>
        <source>Rules broken</source>
        <translation>위반 규칙</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>입력자</translation>
    </message>
    <message>
        <source>Does not count because</source>
        <translation>집계 제외 사유</translation>
    </message>
    <message>
        <source>No control yet. Measure a bead or another control as a cell is measured, then add its file.</source>
        <translation>아직 정도관리 물질이 없습니다. 비드 또는 다른 정도관리 물질을 세포와 같은 방법으로 측정한 후 파일을 추가하십시오.</translation>
    </message>
    <message>
        <source>%1 SD</source>
        <translation>%1 SD</translation>
    </message>
    <message>
        <source>Control measurement of %1 entered</source>
        <translation>%1의 정도관리 측정값을 입력했습니다</translation>
    </message>
    <message>
        <source>Scan of the control</source>
        <translation>정도관리 물질의 스캔</translation>
    </message>
    <message>
        <source>Tomocyte scans (*.h5 *.hdf5)</source>
        <translation>Tomocyte 스캔 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>정도관리 물질</translation>
    </message>
    <message>
        <source>What was measured, with its lot:</source>
        <translation>측정한 물질과 로트:</translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation>집계 제외</translation>
    </message>
    <message>
        <source>Why the measurement does not count:</source>
        <translation>측정값을 집계에서 제외하는 사유:</translation>
    </message>
    <message>
        <source>quality-%1</source>
        <translation>정도관리-%1</translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation>그림을 %1에 저장했습니다</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>표 저장</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Table written to %1</source>
        <translation>표를 %1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::ConvergencePlot</name>
    <message>
        <source>Relative change per iteration</source>
        <translation>반복당 상대 변화</translation>
    </message>
    <message>
        <source>no iterations</source>
        <translation>반복 없음</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>반복 %1회</translation>
    </message>
</context>
<context>
    <name>tomocyte::DeliveryPage</name>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>not at all: they stay in the catalog</source>
        <translation>전송 안 함: 카탈로그에 보관</translation>
    </message>
    <message>
        <source>as HL7 messages to a listener (MLLP)</source>
        <translation>HL7 메시지로 수신기에 전송(MLLP)</translation>
    </message>
    <message>
        <source>as HL7 files into a folder</source>
        <translation>HL7 파일로 폴더에 저장</translation>
    </message>
    <message>
        <source>the same folder on every station</source>
        <translation>모든 스테이션에서 동일한 폴더</translation>
    </message>
    <message>
        <source>Folder of the queue</source>
        <translation>대기열 폴더</translation>
    </message>
    <message>
        <source>Folder to write the messages to</source>
        <translation>메시지를 저장할 폴더</translation>
    </message>
    <message>
        <source>Signed reports go</source>
        <translation>서명된 보고서 전송</translation>
    </message>
    <message>
        <source>Write them into</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>Listener</source>
        <translation>수신기</translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation>실패 시</translation>
    </message>
</context>
<context>
    <name>tomocyte::DevicePanel</name>
    <message>
        <source>Device, property</source>
        <translation>장치, 속성</translation>
    </message>
    <message>
        <source>State, value</source>
        <translation>상태, 값</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>연결되지 않음</translation>
    </message>
</context>
<context>
    <name>tomocyte::DeviceThread</name>
    <message>
        <source>Internal error: </source>
        <translation>내부 오류: </translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>이 오류를 보고해 주십시오.</translation>
    </message>
</context>
<context>
    <name>tomocyte::FaultPanel</name>
    <message>
        <source>Rehearse a fault (simulated)</source>
        <translation>고장 연습(모의)</translation>
    </message>
    <message>
        <source>Focus drift</source>
        <translation>초점 이동</translation>
    </message>
    <message>
        <source>Camera cable pulled</source>
        <translation>카메라 케이블 분리</translation>
    </message>
    <message>
        <source>The camera gives no frame and no answer</source>
        <translation>카메라가 프레임을 보내지 않고 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Frames get lost</source>
        <translation>프레임 손실</translation>
    </message>
    <message>
        <source>Every 20th triggered frame does not arrive</source>
        <translation>트리거된 프레임이 20개마다 하나씩 도착하지 않습니다</translation>
    </message>
    <message>
        <source>DMD patterns swapped</source>
        <translation>DMD 패턴 뒤바뀜</translation>
    </message>
    <message>
        <source>The DMD shows its patterns 2 and 3 in each other&apos;s place</source>
        <translation>DMD가 패턴 2와 3을 서로 바꾸어 표시합니다</translation>
    </message>
    <message>
        <source>Laser stays dark</source>
        <translation>레이저 꺼짐</translation>
    </message>
    <message>
        <source>The laser says that it is on and is not</source>
        <translation>레이저가 켜져 있다고 응답하지만 실제로는 꺼져 있습니다</translation>
    </message>
    <message>
        <source>Stage stalls</source>
        <translation>스테이지 멈춤</translation>
    </message>
    <message>
        <source>A move stops half-way</source>
        <translation>이동이 중간에 멈춥니다</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>디스크 가득 참</translation>
    </message>
    <message>
        <source>The disk takes no more frames</source>
        <translation>디스크에 프레임을 더 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Disk slow</source>
        <translation>디스크 느림</translation>
    </message>
    <message>
        <source>Each frame takes 100 ms to store</source>
        <translation>프레임 하나를 저장하는 데 100 ms가 걸립니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::FigureView</name>
    <message>
        <source>Drawing</source>
        <translation>그리는 중</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>그림 저장</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation>PNG 그림 (*.png);;SVG 도면 (*.svg)</translation>
    </message>
</context>
<context>
    <name>tomocyte::FocusCurve</name>
    <message>
        <source>Focus curve</source>
        <translation>초점 곡선</translation>
    </message>
    <message>
        <source>focus: no fringes seen yet</source>
        <translation>초점: 아직 간섭무늬가 없습니다</translation>
    </message>
    <message>
        <source>Focus: contrast %1</source>
        <translation>초점: 대비 %1</translation>
    </message>
    <message>
        <source>flattest at z %1 µm: %2</source>
        <translation>z %1 µm에서 가장 평탄: %2</translation>
    </message>
</context>
<context>
    <name>tomocyte::HistogramView</name>
    <message>
        <source>Histogram of the counts</source>
        <translation>카운트 히스토그램</translation>
    </message>
    <message>
        <source>no frame</source>
        <translation>프레임 없음</translation>
    </message>
    <message>
        <source>%1 counts</source>
        <translation>%1 카운트</translation>
    </message>
    <message>
        <source>%1 % saturated</source>
        <translation>%1 % 포화</translation>
    </message>
    <message>
        <source>not saturated</source>
        <translation>포화 없음</translation>
    </message>
</context>
<context>
    <name>tomocyte::HologramPanels</name>
    <message>
        <source>Hologram</source>
        <translation>홀로그램</translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation>진폭</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>위상</translation>
    </message>
    <message>
        <source>no holograms in this scan</source>
        <translation>이 스캔에 홀로그램이 없습니다</translation>
    </message>
    <message>
        <source>nothing to show yet</source>
        <translation>표시할 내용이 아직 없습니다</translation>
    </message>
    <message>
        <source>rad/µm</source>
        <translation>rad/µm</translation>
    </message>
    <message>
        <source>%1 % saturated</source>
        <translation>%1 % 포화</translation>
    </message>
    <message>
        <source>not saturated</source>
        <translation>포화 없음</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>카운트</translation>
    </message>
    <message>
        <source>relative</source>
        <translation>상댓값</translation>
    </message>
</context>
<context>
    <name>tomocyte::HologramView</name>
    <message>
        <source>Angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>not judged yet (Reconstruct judges the frames)</source>
        <translation>아직 판정되지 않음(재구성 시 프레임을 판정합니다)</translation>
    </message>
    <message>
        <source>✗ rejected: </source>
        <translation>✗ 제외됨: </translation>
    </message>
    <message>
        <source>✓ accepted, phase noise %1 rad</source>
        <translation>✓ 채택됨, 위상 잡음 %1 rad</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리보기</translation>
    </message>
    <message>
        <source>● acquiring</source>
        <translation>● 촬영 중</translation>
    </message>
</context>
<context>
    <name>tomocyte::LearningCurveView</name>
    <message>
        <source>Learning curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>the curves appear after the first epoch</source>
        <translation>곡선은 첫 번째 에포크 후에 표시됩니다</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>교차 엔트로피</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 에포크</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
</context>
<context>
    <name>tomocyte::LogPanel</name>
    <message>
        <source>Warnings and errors only</source>
        <translation>경고 및 오류만</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copies the selected lines, or all of them</source>
        <translation>선택한 줄 또는 모든 줄을 복사합니다</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>Copies what support asks for: versions, devices, the last lines of this log</source>
        <translation>기술 지원에 필요한 정보를 복사합니다: 버전, 장치, 이 로그의 마지막 줄</translation>
    </message>
    <message>
        <source>Kept in memory only</source>
        <translation>메모리에만 보관됨</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>파일: %1</translation>
    </message>
</context>
<context>
    <name>tomocyte::LookPanel</name>
    <message>
        <source>%1 µm</source>
        <translation>%1 µm</translation>
    </message>
    <message>
        <source>Denser interior, like a nucleus. Default: Otsu&apos;s threshold within the cells, n = %1</source>
        <translation>핵과 같이 밀도가 높은 내부입니다. 기본값: 세포 내 Otsu 임계값, n = %1</translation>
    </message>
    <message>
        <source>Denser interior, like a nucleus. These cells are even: the default, n = %1, lies halfway to the highest value</source>
        <translation>핵과 같이 밀도가 높은 내부입니다. 이 세포들은 균일합니다: 기본값 n = %1은(는) 최고값까지의 중간 지점입니다</translation>
    </message>
    <message>
        <source>Outer membrane. Default: the bound that the cells were measured with, n = %1</source>
        <translation>외막입니다. 기본값: 세포 측정에 사용된 경계값, n = %1</translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation>색상표</translation>
    </message>
    <message>
        <source>Save the 3D look</source>
        <translation>3D 표시 설정 저장</translation>
    </message>
    <message>
        <source>Name of the look (one of the same name is replaced)</source>
        <translation>표시 설정 이름(같은 이름이 있으면 대체됩니다)</translation>
    </message>
    <message>
        <source>3D look &quot;%1&quot; saved</source>
        <translation>3D 표시 설정 &quot;%1&quot; 저장됨</translation>
    </message>
    <message>
        <source>White cell</source>
        <translation>백혈구</translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation>표면</translation>
    </message>
    <message>
        <source>Outer membrane</source>
        <translation>외막</translation>
    </message>
    <message>
        <source>Interior (nucleus-like)</source>
        <translation>내부(핵 유사 영역)</translation>
    </message>
    <message>
        <source>Refractive index of the surface</source>
        <translation>표면의 굴절률</translation>
    </message>
    <message>
        <source>Colour of the surface</source>
        <translation>표면 색상</translation>
    </message>
    <message>
        <source>Opacity, 5 to 100 %</source>
        <translation>불투명도, 5~100 %</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>불투명도</translation>
    </message>
    <message>
        <source>Clipping plane</source>
        <translation>절단면</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Across x</source>
        <translation>x축에 수직</translation>
    </message>
    <message>
        <source>Across y</source>
        <translation>y축에 수직</translation>
    </message>
    <message>
        <source>Across z</source>
        <translation>z축에 수직</translation>
    </message>
    <message>
        <source>Across the view</source>
        <translation>시선에 수직</translation>
    </message>
    <message>
        <source>Cuts volume and surfaces open; &quot;Across the view&quot; takes the direction you look in now</source>
        <translation>볼륨과 표면을 잘라 내부를 표시합니다. &quot;시선에 수직&quot;은 현재 보는 방향을 사용합니다</translation>
    </message>
    <message>
        <source>Where the plane stands, from the centre of the volume</source>
        <translation>볼륨 중심으로부터의 절단면 위치</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>뒤집기</translation>
    </message>
    <message>
        <source>Show the other side</source>
        <translation>반대쪽 표시</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation>볼륨 표시</translation>
    </message>
    <message>
        <source>How refractive index becomes colour and opacity; points count from the medium&apos;s index</source>
        <translation>굴절률을 색상과 불투명도로 변환하는 방식입니다. 점은 매질의 굴절률을 기준으로 합니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take back the last change of the curve (Ctrl+Z in the curve)</source>
        <translation>곡선의 마지막 변경을 취소합니다(곡선에서 Ctrl+Z)</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>초기화</translation>
    </message>
    <message>
        <source>The chosen preset as it was</source>
        <translation>선택한 사전 설정을 원래대로 되돌립니다</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Keep this curve under a name</source>
        <translation>이 곡선을 이름을 지정하여 보관합니다</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete the chosen look; the program&apos;s own stay</source>
        <translation>선택한 표시 설정을 삭제합니다. 프로그램 기본 설정은 유지됩니다</translation>
    </message>
    <message>
        <source>Red cell</source>
        <translation>적혈구</translation>
    </message>
    <message>
        <source>Bead</source>
        <translation>비드</translation>
    </message>
</context>
<context>
    <name>tomocyte::MainWindow</name>
    <message>
        <source>Tomogram</source>
        <translation>토모그램</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Holograms</source>
        <translation>홀로그램</translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation>현미경</translation>
    </message>
    <message>
        <source>This scan comes from the simulated microscope, not from a sample</source>
        <translation>이 스캔은 검체가 아니라 시뮬레이션 현미경에서 얻은 것입니다</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>세포</translation>
    </message>
    <message>
        <source>Options and scan</source>
        <translation>옵션 및 스캔</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Open a scan, holograms or fields</source>
        <translation>스캔, 홀로그램 또는 필드 열기</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Save the scan with everything computed from it</source>
        <translation>스캔과 그로부터 계산된 모든 결과를 저장합니다</translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation>촬영</translation>
    </message>
    <message>
        <source>Take a scan with the simulated microscope</source>
        <translation>시뮬레이션 현미경으로 스캔합니다</translation>
    </message>
    <message>
        <source>Reconstruct</source>
        <translation>재구성</translation>
    </message>
    <message>
        <source>Holograms to tomogram</source>
        <translation>홀로그램에서 토모그램 생성</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Find the cells and their indices</source>
        <translation>세포와 그 지표를 구합니다</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Say which class each cell is</source>
        <translation>각 세포의 종류를 판정합니다</translation>
    </message>
    <message>
        <source>Run all</source>
        <translation>전체 실행</translation>
    </message>
    <message>
        <source>Acquire, reconstruct, measure and classify</source>
        <translation>촬영, 재구성, 측정 및 분류</translation>
    </message>
    <message>
        <source>Export cells as CSV…</source>
        <translation>세포를 CSV로 내보내기…</translation>
    </message>
    <message>
        <source>Write the cell table</source>
        <translation>세포 표를 파일로 저장합니다</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Write an overview picture as PNG</source>
        <translation>개요 이미지를 PNG로 저장합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>What the simulated microscope looks at</source>
        <translation>시뮬레이션 현미경의 관찰 대상</translation>
    </message>
    <message>
        <source>seed </source>
        <translation>시드 </translation>
    </message>
    <message>
        <source>The same seed gives the same cell</source>
        <translation>같은 시드에서는 같은 세포가 생성됩니다</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>작업</translation>
    </message>
    <message>
        <source> Simulated microscope </source>
        <translation> 시뮬레이션 현미경 </translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>최근 파일 열기</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>스캔(&amp;S)</translation>
    </message>
    <message>
        <source>Scan a smear…</source>
        <translation>도말 스캔…</translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation>모델 학습…</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Stop after this cell: light off, stage still (F8)</source>
        <translation>이 세포 완료 후 정지: 광원 끔, 스테이지 정지(F8)</translation>
    </message>
    <message>
        <source>Say which class each cell is (F7)</source>
        <translation>각 세포의 종류를 판정합니다(F7)</translation>
    </message>
    <message>
        <source>Choose a model in the tab Classify first</source>
        <translation>먼저 분류 탭에서 모델을 선택하십시오</translation>
    </message>
    <message>
        <source>new scan</source>
        <translation>새 스캔</translation>
    </message>
    <message>
        <source>%1%2  %3%4  Tomocyte</source>
        <translation>%1%2  %3%4  Tomocyte</translation>
    </message>
    <message>
        <source>%1 is still running. Cancel it and quit?</source>
        <translation>%1 작업이 아직 실행 중입니다. 취소하고 종료하시겠습니까?</translation>
    </message>
    <message>
        <source>This scan has results that are not saved. Save them?</source>
        <translation>이 스캔에 저장되지 않은 결과가 있습니다. 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Open a scan</source>
        <translation>스캔 열기</translation>
    </message>
    <message>
        <source>Opening </source>
        <translation>여는 중: </translation>
    </message>
    <message>
        <source>Save the scan</source>
        <translation>스캔 저장</translation>
    </message>
    <message>
        <source>Tomocyte scan (*.h5)</source>
        <translation>Tomocyte 스캔 (*.h5)</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>Acquiring (simulated)</source>
        <translation>촬영 중(시뮬레이션)</translation>
    </message>
    <message>
        <source>Acquire, reconstruct, measure (simulated)</source>
        <translation>촬영, 재구성, 측정(시뮬레이션)</translation>
    </message>
    <message>
        <source>Reconstructing</source>
        <translation>재구성 중</translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation>측정 중</translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation>분류 중</translation>
    </message>
    <message>
        <source>Export the cell table</source>
        <translation>세포 표 내보내기</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save an overview picture</source>
        <translation>개요 이미지 저장</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: 완료</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: 취소됨</translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation>%1 실패: %2</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>%1 from the next start on.</source>
        <translation>다음 시작부터 적용: %1</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>시작 안내</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>진단 정보 복사</translation>
    </message>
    <message>
        <source>About Tomocyte</source>
        <translation>Tomocyte 정보</translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your message to support. They may name files.</source>
        <translation>진단 정보가 복사되었습니다. 기술 지원 문의 메시지에 붙여 넣으십시오. 파일 이름이 포함될 수 있습니다.</translation>
    </message>
    <message>
        <source>Simulating a practice sample</source>
        <translation>연습용 검체 시뮬레이션 중</translation>
    </message>
    <message>
        <source>A cell in three dimensions</source>
        <translation>세포의 3차원 관찰</translation>
    </message>
    <message>
        <source>Tomocyte takes holograms of an unstained cell from many directions and computes its refractive index in three dimensions. The simulated microscope shows it without any hardware; what it makes is marked SIMULATED everywhere.</source>
        <translation>Tomocyte는 염색하지 않은 세포의 홀로그램을 여러 방향에서 촬영하여 3차원 굴절률을 계산합니다. 시뮬레이션 현미경을 사용하면 장비 없이 이를 확인할 수 있으며, 생성된 결과에는 모두 SIMULATED가 표시됩니다.</translation>
    </message>
    <message>
        <source>Take a simulated scan (F9)</source>
        <translation>시뮬레이션 스캔 실행(F9)</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Three linked slices and the volume. Click into a slice to move the crosshair, turn the wheel to leaf through it. The cell&apos;s volume, dry mass and the other indices stand in the table below.</source>
        <translation>서로 연동된 세 단면과 볼륨이 표시됩니다. 단면을 클릭하면 십자선이 이동하고, 마우스 휠을 돌리면 단면을 차례로 볼 수 있습니다. 세포의 부피, 건조 질량 및 기타 지표는 아래 표에 표시됩니다.</translation>
    </message>
    <message>
        <source>Show the tomogram</source>
        <translation>토모그램 표시</translation>
    </message>
    <message>
        <source>People and samples</source>
        <translation>사용자 및 검체</translation>
    </message>
    <message>
        <source>The tab Samples is the day&apos;s work. On the first day it asks for two accounts: one that reviews and signs, and one that administers. Every change is kept with name and time.</source>
        <translation>검체 탭에서 하루의 업무를 진행합니다. 첫날에는 두 개의 계정을 요청합니다: 판독 및 서명용 계정과 관리용 계정입니다. 모든 변경은 이름 및 시각과 함께 기록됩니다.</translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation>검체 표시</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>판독</translation>
    </message>
    <message>
        <source>Sign in, then let the program simulate a sample of 16 classified cells. A letter gives the selected cell its class, Space confirms what the model says, Ctrl+Z takes back. F1 lists all keys.</source>
        <translation>로그인한 다음 프로그램에서 분류된 세포 16개의 검체를 시뮬레이션하십시오. 문자 키는 선택한 세포의 종류를 지정하고, Space는 모델의 판정을 확정하며, Ctrl+Z는 실행을 취소합니다. F1을 누르면 모든 키가 표시됩니다.</translation>
    </message>
    <message>
        <source>Simulate a practice sample</source>
        <translation>연습용 검체 시뮬레이션</translation>
    </message>
    <message>
        <source>Sign and report</source>
        <translation>서명 및 보고</translation>
    </message>
    <message>
        <source>When every cell is reviewed, sign the report beside the gallery and export it as PDF, spreadsheet or HL7 message. A signed report stays as it is; a later change makes a new version.</source>
        <translation>모든 세포를 판독한 후 갤러리 옆에서 보고서에 서명하고 PDF, 스프레드시트 또는 HL7 메시지로 내보내십시오. 서명된 보고서는 그대로 유지되며, 이후 변경하면 새 버전이 생성됩니다.</translation>
    </message>
    <message>
        <source>The microscope</source>
        <translation>현미경</translation>
    </message>
    <message>
        <source>Here the instrument is connected, simulated or real. The red button stops everything: light off, stage and DMD still.</source>
        <translation>여기에서 시뮬레이션 장비 또는 실제 장비를 연결합니다. 빨간색 버튼은 모든 동작을 중지합니다: 광원 끔, 스테이지 및 DMD 정지.</translation>
    </message>
    <message>
        <source>Show the microscope</source>
        <translation>현미경 표시</translation>
    </message>
    <message>
        <source>Safe mode, %1: your settings are not used and not changed. The next start uses them again; if it fails again, rename %2.</source>
        <translation>안전 모드, %1: 사용자 설정이 사용되거나 변경되지 않습니다. 다음 시작 시 설정이 다시 사용됩니다. 다시 실패하면 %2의 이름을 변경하십시오.</translation>
    </message>
    <message>
        <source>The settings file was damaged. It was put aside as %1; the window begins with its defaults.</source>
        <translation>설정 파일이 손상되었습니다. 해당 파일은 %1(으)로 따로 보관되었으며, 창은 기본값으로 시작합니다.</translation>
    </message>
    <message>
        <source>New here? The first steps show the day&apos;s work with simulated samples.</source>
        <translation>처음 사용하십니까? 시작 안내에서 시뮬레이션 검체로 하루의 업무를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Show me</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>Find cells</source>
        <translation>세포 찾기</translation>
    </message>
    <message>
        <source>Look for cells</source>
        <translation>세포 찾기</translation>
    </message>
    <message>
        <source>Looking for cells</source>
        <translation>세포 찾는 중</translation>
    </message>
    <message>
        <source>%1 cells found</source>
        <translation>세포 %1개 발견됨</translation>
    </message>
    <message>
        <source>Scan a smear (simulated)</source>
        <translation>도말 스캔(시뮬레이션)</translation>
    </message>
    <message>
        <source>Scan a smear</source>
        <translation>도말 스캔</translation>
    </message>
    <message>
        <source>Choose the file and scan</source>
        <translation>파일 선택 후 스캔</translation>
    </message>
    <message>
        <source>Smear file</source>
        <translation>도말 파일</translation>
    </message>
    <message>
        <source>Smears (*.h5)</source>
        <translation>도말 (*.h5)</translation>
    </message>
    <message>
        <source>Scanning the smear</source>
        <translation>도말 스캔 중</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>검체</translation>
    </message>
    <message>
        <source>Nobody is signed in: the scan is not in the worklist yet.</source>
        <translation>로그인한 사용자가 없습니다: 스캔이 아직 작업목록에 없습니다.</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>로그인…</translation>
    </message>
    <message>
        <source>Reading where the cell lies</source>
        <translation>세포 위치를 읽는 중</translation>
    </message>
    <message>
        <source>The stage goes where the scan was taken (%1, %2, %3 µm). If the slide was moved since %4, another cell lies there.</source>
        <translation>스테이지가 스캔 촬영 위치(%1, %2, %3 µm)로 이동합니다. %4 이후 슬라이드를 움직였다면 그 위치에 다른 세포가 있습니다.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Go on with the next cell (F8)</source>
        <translation>다음 세포부터 계속합니다(F8)</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>스캔 중</translation>
    </message>
    <message>
        <source>Keep the complete cells</source>
        <translation>완료된 세포 보관</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>다시 묻지 않음</translation>
    </message>
    <message>
        <source>Connect the instrument first, then resume the scan</source>
        <translation>먼저 장비를 연결한 다음 스캔을 계속하십시오</translation>
    </message>
    <message>
        <source>Keeping the complete cells</source>
        <translation>완료된 세포 보관 중</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: 실패</translation>
    </message>
    <message>
        <source>Stop what is running; nothing already there is lost (Esc)</source>
        <translation>진행 중인 작업을 중지합니다. 이미 있는 결과는 사라지지 않습니다(Esc)</translation>
    </message>
    <message>
        <source>Scans and holograms (*.h5 *.hdf5 *.tif *.tiff *.npz *.TCF);;All files (*)</source>
        <translation>스캔 및 홀로그램 (*.h5 *.hdf5 *.tif *.tiff *.npz *.TCF);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>%1 여는 중</translation>
    </message>
    <message>
        <source>The stage goes over the region field by field; every cell that the phase shows is put on the list of positions.</source>
        <translation>스테이지가 영역을 시야별로 이동하며, 위상 영상에서 발견된 모든 세포를 위치 목록에 추가합니다.</translation>
    </message>
    <message>
        <source>the sample needs an id</source>
        <translation>검체 ID가 필요합니다</translation>
    </message>
    <message>
        <source>Enter it, then scan the smear.</source>
        <translation>ID를 입력한 다음 도말을 스캔하십시오.</translation>
    </message>
    <message>
        <source>%1 tiles in %2. SIMULATED.</source>
        <translation>타일 %1개, %2. SIMULATED.</translation>
    </message>
    <message>
        <source>%1 tiles in %2</source>
        <translation>타일 %1개, %2</translation>
    </message>
    <message>
        <source>the smear was scanned with an instrument that is not connected</source>
        <translation>이 도말을 스캔한 장비가 연결되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Connect it, then resume the scan.</source>
        <translation>장비를 연결한 다음 스캔을 계속하십시오.</translation>
    </message>
    <message>
        <source>%1 scan file(s) in %2; the rest can still be resumed</source>
        <translation>%2에 스캔 파일 %1개. 나머지는 나중에 계속할 수 있습니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::MeasurementPanel</name>
    <message>
        <source>Distance</source>
        <translation>거리</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>각도</translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation>선 프로파일</translation>
    </message>
    <message>
        <source>Choose a tool, then click into a slice. Points can be dragged.</source>
        <translation>도구를 선택한 다음 단면을 클릭하십시오. 점은 끌어서 옮길 수 있습니다.</translation>
    </message>
    <message>
        <source>Click three points; the angle is at the second. Esc puts the tool away.</source>
        <translation>세 점을 클릭하십시오. 각도는 두 번째 점에서 측정됩니다. Esc를 누르면 도구가 해제됩니다.</translation>
    </message>
    <message>
        <source>Click both ends; they may lie in different slices. Esc puts the tool away.</source>
        <translation>양 끝점을 클릭하십시오. 두 점은 서로 다른 단면에 있어도 됩니다. Esc를 누르면 도구가 해제됩니다.</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>유형</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Copy profile</source>
        <translation>프로파일 복사</translation>
    </message>
    <message>
        <source>Copy the profile as a table for a spreadsheet</source>
        <translation>프로파일을 스프레드시트용 표로 복사합니다</translation>
    </message>
    <message>
        <source>Export profile…</source>
        <translation>프로파일 내보내기…</translation>
    </message>
    <message>
        <source>Write the profile as CSV: distance and position in µm, refractive index</source>
        <translation>프로파일을 CSV로 저장합니다: 거리 및 위치(µm), 굴절률</translation>
    </message>
    <message>
        <source>Distance of two points, µm (D)</source>
        <translation>두 점 사이의 거리, µm (D)</translation>
    </message>
    <message>
        <source>Angle between two lines, degrees (A)</source>
        <translation>두 선 사이의 각도, 도 (A)</translation>
    </message>
    <message>
        <source>Refractive index along a line (P)</source>
        <translation>선을 따른 굴절률 (P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete the chosen measurement (Delete key in a slice)</source>
        <translation>선택한 측정을 삭제합니다(단면에서 Delete 키)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Take back the last step (Ctrl+Z in a slice)</source>
        <translation>마지막 단계를 취소합니다(단면에서 Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z in a slice)</source>
        <translation>취소한 단계를 다시 실행합니다(단면에서 Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Write all measurements as CSV</source>
        <translation>모든 측정을 CSV로 저장합니다</translation>
    </message>
    <message>
        <source>Open a scan with a tomogram to measure in it.</source>
        <translation>측정하려면 토모그램이 있는 스캔을 여십시오.</translation>
    </message>
    <message>
        <source>Choose a line profile to see the refractive index along it.</source>
        <translation>선 프로파일을 선택하면 선을 따른 굴절률이 표시됩니다.</translation>
    </message>
    <message>
        <source>Refractive index n, line %1</source>
        <translation>굴절률 n, 선 %1</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Export the measurements</source>
        <translation>측정 내보내기</translation>
    </message>
    <message>
        <source>Export the line profile</source>
        <translation>선 프로파일 내보내기</translation>
    </message>
    <message>
        <source>Profile copied</source>
        <translation>프로파일이 복사됨</translation>
    </message>
</context>
<context>
    <name>tomocyte::MessagesDialog</name>
    <message>
        <source>Signed reports go as HL7 messages to %1, port %2, through the queue %3.</source>
        <translation>서명된 보고서는 HL7 메시지로 대기열 %3을(를) 거쳐 %1, 포트 %2(으)로 전송됩니다.</translation>
    </message>
    <message>
        <source>Signed reports are written as HL7 files into %1, through the queue %2.</source>
        <translation>서명된 보고서는 대기열 %2을(를) 거쳐 %1에 HL7 파일로 저장됩니다.</translation>
    </message>
    <message>
        <source>No delivery is set: signed reports stay here. An administrator sets it in Laboratory, Settings, Delivery.</source>
        <translation>전송이 설정되지 않았습니다: 서명된 보고서는 여기에 보관됩니다. 관리자가 검사실, 설정, 전송에서 설정합니다.</translation>
    </message>
    <message>
        <source>Outgoing reports</source>
        <translation>발신 보고서</translation>
    </message>
    <message>
        <source>Choose a message to read it.</source>
        <translation>메시지를 선택하면 내용이 표시됩니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>대기열 등록</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>시도 횟수</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>다음 시도</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>&amp;Send now</source>
        <translation>지금 전송(&amp;S)</translation>
    </message>
    <message>
        <source>Tries what waits at once; it is tried again by itself too</source>
        <translation>대기 중인 메시지를 즉시 전송합니다. 자동으로도 다시 시도됩니다</translation>
    </message>
    <message>
        <source>&amp;Try the dead one again</source>
        <translation>전송 실패 메시지 다시 시도(&amp;T)</translation>
    </message>
    <message numerus="yes">
        <source>%n signed report(s) wait here until the queue is free.</source>
        <translation>
            <numerusform>서명된 보고서 %n건이 대기열을 사용할 수 있을 때까지 여기에서 대기합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>dead</source>
        <translation>전송 실패</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>전송됨</translation>
    </message>
    <message>
        <source>Choose a dead message</source>
        <translation>전송 실패 메시지를 선택하십시오</translation>
    </message>
</context>
<context>
    <name>tomocyte::MicroscopeView</name>
    <message>
        <source>%1 frames/s shown, %2 lost</source>
        <translation>%1 프레임/s 표시됨, %2 손실됨</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>Connect the %1 again</source>
        <translation>%1 다시 연결</translation>
    </message>
    <message>
        <source>Connect an instrument with a stage first (tab Microscope)</source>
        <translation>먼저 스테이지가 있는 장비를 연결하십시오(현미경 탭)</translation>
    </message>
    <message>
        <source>A scan is running</source>
        <translation>스캔이 진행 중입니다</translation>
    </message>
    <message>
        <source>Say first that the stage may move (tab Microscope)</source>
        <translation>먼저 스테이지 이동을 허용하십시오(현미경 탭)</translation>
    </message>
    <message>
        <source>The instrument is not complete: camera, DMD and light are needed</source>
        <translation>장비 구성이 완전하지 않습니다: 카메라, DMD 및 광원이 필요합니다</translation>
    </message>
    <message>
        <source>Home the stage</source>
        <translation>스테이지 원점 복귀</translation>
    </message>
    <message>
        <source>background, frame %1</source>
        <translation>배경, 프레임 %1</translation>
    </message>
    <message>
        <source>position %1, frame %2</source>
        <translation>위치 %1, 프레임 %2</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Connect the instrument that was used last; the arrow chooses another</source>
        <translation>마지막으로 사용한 장비를 연결합니다. 화살표를 누르면 다른 장비를 선택할 수 있습니다</translation>
    </message>
    <message>
        <source>Simulated microscope</source>
        <translation>시뮬레이션 현미경</translation>
    </message>
    <message>
        <source>Simulated smear microscope</source>
        <translation>시뮬레이션 도말 현미경</translation>
    </message>
    <message>
        <source>Instrument from a configuration file…</source>
        <translation>구성 파일의 장비…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Show what the camera sees now; the light is on meanwhile</source>
        <translation>카메라의 현재 영상을 표시합니다. 그동안 광원이 켜져 있습니다</translation>
    </message>
    <message>
        <source>Auto contrast</source>
        <translation>자동 대비</translation>
    </message>
    <message>
        <source>Stretch the grey values to what the frame holds</source>
        <translation>회색조 값을 프레임의 값 범위에 맞춰 확장합니다</translation>
    </message>
    <message>
        <source>Scan positions…</source>
        <translation>위치 스캔…</translation>
    </message>
    <message>
        <source>Scan every position of the list</source>
        <translation>목록의 모든 위치를 스캔합니다</translation>
    </message>
    <message>
        <source>■ STOP</source>
        <translation>■ 정지</translation>
    </message>
    <message>
        <source>Emergency stop: light off, stage and DMD stopped</source>
        <translation>비상 정지: 광원 끔, 스테이지 및 DMD 정지</translation>
    </message>
    <message>
        <source>Instrument configuration</source>
        <translation>장비 구성</translation>
    </message>
    <message>
        <source>connecting %1…</source>
        <translation>%1 연결 중…</translation>
    </message>
    <message>
        <source>connecting the %1…</source>
        <translation>%1 연결 중…</translation>
    </message>
    <message>
        <source>Say first that the stage may move</source>
        <translation>먼저 스테이지 이동을 허용하십시오</translation>
    </message>
    <message>
        <source>Add positions to the list first</source>
        <translation>먼저 목록에 위치를 추가하십시오</translation>
    </message>
    <message>
        <source>Scan every position of the list (F3)</source>
        <translation>목록의 모든 위치를 스캔합니다(F3)</translation>
    </message>
    <message>
        <source>Instrument (*.json);;All files (*)</source>
        <translation>장비 (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 not connected</source>
        <translation>%1개 연결되지 않음</translation>
    </message>
</context>
<context>
    <name>tomocyte::ModelPanel</name>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>The model that says which class each measured cell is</source>
        <translation>측정된 각 세포의 종류를 판정하는 모델</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>모델 카드</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Choose another model folder</source>
        <translation>다른 모델 폴더 선택</translation>
    </message>
    <message>
        <source>Train…</source>
        <translation>학습…</translation>
    </message>
    <message>
        <source>Make a model from your own annotated scans</source>
        <translation>직접 주석을 단 스캔으로 모델을 만듭니다</translation>
    </message>
    <message>
        <source>No classification</source>
        <translation>분류 안 함</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>모델 폴더</translation>
    </message>
</context>
<context>
    <name>tomocyte::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>이 알림 닫기</translation>
    </message>
</context>
<context>
    <name>tomocyte::OwnPasswordDialog</name>
    <message>
        <source>Change my password</source>
        <translation>내 비밀번호 변경</translation>
    </message>
    <message>
        <source>Password &amp;until now</source>
        <translation>현재 비밀번호(&amp;U)</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>비밀번호 변경</translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation>비밀번호가 변경되었습니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::PictureDialog</name>
    <message>
        <source>Picture or movie of the 3D view</source>
        <translation>3D 보기의 이미지 또는 동영상</translation>
    </message>
    <message>
        <source> pixels</source>
        <translation> 픽셀</translation>
    </message>
    <message>
        <source>Turntable: one whole turn</source>
        <translation>회전 영상: 한 바퀴 전체 회전</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> 프레임</translation>
    </message>
    <message>
        <source> frames per second</source>
        <translation> 프레임/초</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>높이</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>Speed (MP4)</source>
        <translation>속도(MP4)</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>취소되었습니다. 저장된 내용이 없습니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>PNG with scale bar, colour bar and sample id, as the view is now.</source>
        <translation>현재 보기를 눈금 막대, 색상 막대 및 검체 ID와 함께 PNG로 저장합니다.</translation>
    </message>
    <message>
        <source>A name that ends in .mp4 becomes a movie; any other a folder of PNG frames.</source>
        <translation>이름이 .mp4로 끝나면 동영상으로, 그 외에는 PNG 프레임 폴더로 저장됩니다.</translation>
    </message>
    <message>
        <source>A new folder of PNG frames. For MP4 the program ffmpeg must be installed on this computer.</source>
        <translation>PNG 프레임을 새 폴더에 저장합니다. MP4를 사용하려면 이 컴퓨터에 ffmpeg 프로그램이 설치되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation>PNG (*.png)</translation>
    </message>
    <message>
        <source>Movie (*.mp4);;Folder of frames (*)</source>
        <translation>동영상 (*.mp4);;프레임 폴더 (*)</translation>
    </message>
    <message>
        <source>Folder of frames (*)</source>
        <translation>프레임 폴더 (*)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>저장됨: %1</translation>
    </message>
</context>
<context>
    <name>tomocyte::PositionsPanel</name>
    <message>
        <source>Positions to scan</source>
        <translation>스캔할 위치</translation>
    </message>
    <message>
        <source>Add this position</source>
        <translation>이 위치 추가</translation>
    </message>
    <message>
        <source>Put where the stage stands on the list (Ctrl+M)</source>
        <translation>스테이지의 현재 위치를 목록에 추가합니다(Ctrl+M)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Background here</source>
        <translation>여기를 배경으로</translation>
    </message>
    <message>
        <source>Take the sample-free background where the stage stands now</source>
        <translation>스테이지의 현재 위치에서 검체가 없는 배경을 촬영합니다</translation>
    </message>
    <message>
        <source>Home…</source>
        <translation>원점 복귀…</translation>
    </message>
    <message>
        <source>Find cells…</source>
        <translation>세포 찾기…</translation>
    </message>
    <message>
        <source>Look over a region and put every cell on the list</source>
        <translation>영역을 탐색하여 모든 세포를 목록에 추가합니다</translation>
    </message>
    <message>
        <source>add %1 position(s)</source>
        <translation>위치 %1개 추가</translation>
    </message>
    <message>
        <source>remove positions</source>
        <translation>위치 제거</translation>
    </message>
    <message>
        <source>Background: x %1  y %2 µm</source>
        <translation>배경: x %1  y %2 µm</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
</context>
<context>
    <name>tomocyte::ProfilePlot</name>
    <message>
        <source>Line profile</source>
        <translation>선 프로파일</translation>
    </message>
    <message>
        <source>along the line (µm)</source>
        <translation>선을 따른 거리(µm)</translation>
    </message>
    <message>
        <source>%1 µm   n = %2</source>
        <translation>%1 µm   n = %2</translation>
    </message>
</context>
<context>
    <name>tomocyte::QualityView</name>
    <message>
        <source>Daily control</source>
        <translation>일일 정도관리</translation>
    </message>
    <message>
        <source>Accept rate</source>
        <translation>채택률</translation>
    </message>
</context>
<context>
    <name>tomocyte::RasterView</name>
    <message>
        <source>nothing to show yet</source>
        <translation>표시할 내용이 아직 없습니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::ReportPanel</name>
    <message>
        <source>The sample as it stands, and every version that was signed</source>
        <translation>현재 상태의 검체 및 서명된 모든 버전</translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation>서명…</translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation>보고서 내보내기…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>The sample as it stands</source>
        <translation>현재 상태의 검체</translation>
    </message>
    <message>
        <source>Version %1, signed %2 by %3</source>
        <translation>버전 %1, %3이(가) %2에 서명함</translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation>수정본 작성…</translation>
    </message>
    <message>
        <source>Only a reviewer may sign</source>
        <translation>판독자만 서명할 수 있습니다</translation>
    </message>
    <message>
        <source>Puts the signed report into the queue to the laboratory&apos;s system, unless it was there before</source>
        <translation>서명된 보고서를 검사실 시스템으로 보내는 대기열에 추가합니다(이미 추가된 경우 제외)</translation>
    </message>
    <message>
        <source>Report of %1 signed, version %2</source>
        <translation>%1의 보고서가 서명되었습니다(버전 %2)</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Exporting the report</source>
        <translation>보고서 내보내는 중</translation>
    </message>
    <message>
        <source>Report written to %1</source>
        <translation>보고서를 %1에 저장했습니다</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;color:%1&apos;&gt;SIGNED&lt;/b&gt; by %2, version %3, replaced by version %4</source>
        <translation>&lt;b style=&apos;color:%1&apos;&gt;서명됨&lt;/b&gt; 서명자: %2, 버전 %3, 버전 %4(으)로 대체됨</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;color:%1&apos;&gt;SIGNED&lt;/b&gt; by %2, version %3</source>
        <translation>&lt;b style=&apos;color:%1&apos;&gt;서명됨&lt;/b&gt; 서명자: %2, 버전 %3</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;color:%1&apos;&gt;NOT SIGNED – preliminary&lt;/b&gt;, amends version %2</source>
        <translation>&lt;b style=&apos;color:%1&apos;&gt;서명 안 됨 – 예비&lt;/b&gt;, 버전 %2의 수정본</translation>
    </message>
    <message>
        <source>&lt;b style=&apos;color:%1&apos;&gt;NOT SIGNED – preliminary&lt;/b&gt;</source>
        <translation>&lt;b style=&apos;color:%1&apos;&gt;서명 안 됨 – 예비&lt;/b&gt;</translation>
    </message>
    <message>
        <source>Signed. Correct a cell first; then the amendment can be signed</source>
        <translation>서명되었습니다. 먼저 세포를 정정하면 수정본에 서명할 수 있습니다</translation>
    </message>
    <message>
        <source>Not signed. %1</source>
        <translation>서명되지 않았습니다. %1</translation>
    </message>
</context>
<context>
    <name>tomocyte::ReviewView</name>
    <message>
        <source>Second reading</source>
        <translation>2차 판독</translation>
    </message>
    <message>
        <source>Close the reading</source>
        <translation>판독 종료</translation>
    </message>
    <message>
        <source>Remarks on the sample and on the selected cell (%1)</source>
        <translation>검체 및 선택한 세포에 대한 의견(%1)</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Scatter plots beside the gallery (%1)</source>
        <translation>갤러리 옆의 산점도(%1)</translation>
    </message>
    <message>
        <source>Comments…</source>
        <translation>의견…</translation>
    </message>
    <message>
        <source>Comments (%1)…</source>
        <translation>의견(%1)…</translation>
    </message>
    <message>
        <source>Order of the cells within their class</source>
        <translation>같은 세포 종류 내 세포의 정렬 순서</translation>
    </message>
    <message>
        <source>Only unreviewed</source>
        <translation>미판독만</translation>
    </message>
    <message>
        <source>Choose a sample in the worklist to review its cells.</source>
        <translation>작업목록에서 검체를 선택하면 세포를 판독할 수 있습니다.</translation>
    </message>
    <message>
        <source>Reading the cells…</source>
        <translation>세포를 읽는 중…</translation>
    </message>
    <message>
        <source>This sample has no cells yet: import its scans.</source>
        <translation>이 검체에는 아직 세포가 없습니다. 스캔을 가져오십시오.</translation>
    </message>
    <message>
        <source>No cell here.</source>
        <translation>여기에 세포가 없습니다.</translation>
    </message>
    <message>
        <source>This can no longer be undone. %1</source>
        <translation>더 이상 실행 취소할 수 없습니다. %1</translation>
    </message>
    <message>
        <source>Least probable first</source>
        <translation>확률이 낮은 순</translation>
    </message>
    <message>
        <source>Most unlike its class first</source>
        <translation>같은 종류와 가장 다른 순</translation>
    </message>
    <message>
        <source>Largest volume first</source>
        <translation>부피가 큰 순</translation>
    </message>
    <message>
        <source>Largest surface first</source>
        <translation>표면적이 큰 순</translation>
    </message>
    <message>
        <source>Roundest first</source>
        <translation>구형도가 높은 순</translation>
    </message>
    <message>
        <source>Most dry mass first</source>
        <translation>건조 질량이 큰 순</translation>
    </message>
    <message>
        <source>Densest first</source>
        <translation>단백질 농도가 높은 순</translation>
    </message>
    <message>
        <source>Highest mean RI first</source>
        <translation>평균 RI가 높은 순</translation>
    </message>
    <message>
        <source>As imported</source>
        <translation>가져온 순서</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>No more calls; shows how far it agrees with the review</source>
        <translation>이 판독을 마치고, 기존 판독과 얼마나 일치하는지 표시합니다</translation>
    </message>
    <message>
        <source>%1 of %2 read, blind</source>
        <translation>%2개 중 %1개 블라인드 판독함</translation>
    </message>
    <message>
        <source>%1 of %2 reviewed</source>
        <translation>%2개 중 %1개 판독함</translation>
    </message>
    <message>
        <source>%1 (reviewed)</source>
        <translation>%1 (판독함)</translation>
    </message>
    <message>
        <source>Cell %1: %2</source>
        <translation>세포 %1: %2</translation>
    </message>
</context>
<context>
    <name>tomocyte::SampleDialog</name>
    <message>
        <source>scan the tube&apos;s barcode, or type its label</source>
        <translation>튜브의 바코드를 스캔하거나 라벨을 입력하십시오</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>stands in the report</source>
        <translation>보고서에 표시됩니다</translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation>검체(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Donor or patient</source>
        <translation>공여자 또는 환자(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>의견(&amp;C)</translation>
    </message>
    <message>
        <source>Enter the sample</source>
        <translation>검체 등록</translation>
    </message>
    <message>
        <source>New sample</source>
        <translation>새 검체</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>Correct sample %1</source>
        <translation>검체 %1 정정</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no count. Write it with a point: 7.2</source>
        <translation>&quot;%1&quot;은(는) 올바른 수치가 아닙니다. 소수점을 사용하여 입력하십시오: 7.2</translation>
    </message>
    <message>
        <source>The total count was given; it can be corrected, not taken back.</source>
        <translation>총 백혈구 수가 이미 입력되어 있습니다. 정정할 수는 있으나 삭제할 수는 없습니다.</translation>
    </message>
    <message>
        <source>10⁹/L, where known: for counts per volume</source>
        <translation>10⁹/L, 알려진 경우: 부피당 세포 수 계산에 사용</translation>
    </message>
    <message>
        <source>&amp;Total white cells</source>
        <translation>총 백혈구 수(&amp;T)</translation>
    </message>
</context>
<context>
    <name>tomocyte::SamplesView</name>
    <message>
        <source>Opening the catalog…</source>
        <translation>카탈로그를 여는 중…</translation>
    </message>
    <message>
        <source>Search sample or donor, or scan a barcode</source>
        <translation>검체 또는 공여자 검색, 또는 바코드 스캔</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Scan files…</source>
        <translation>스캔 파일…</translation>
    </message>
    <message>
        <source>All scans of a folder…</source>
        <translation>폴더의 모든 스캔…</translation>
    </message>
    <message>
        <source>New sample…</source>
        <translation>새 검체…</translation>
    </message>
    <message>
        <source>A tube that has come, before it is measured</source>
        <translation>도착했으나 아직 측정하지 않은 튜브</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>판독</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>정도관리</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>로그아웃</translation>
    </message>
    <message>
        <source>No report while the sample is read blind.</source>
        <translation>검체의 블라인드 판독 중에는 보고서를 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Locked after %1 minutes without a key or a click.</source>
        <translation>%1분 동안 키 입력이나 클릭이 없어 잠겼습니다.</translation>
    </message>
    <message>
        <source>Import all scans of a folder</source>
        <translation>폴더의 모든 스캔 가져오기</translation>
    </message>
    <message>
        <source>Import scans</source>
        <translation>스캔 가져오기</translation>
    </message>
    <message>
        <source>Tomocyte scans (*.h5 *.hdf5)</source>
        <translation>Tomocyte 스캔 (*.h5 *.hdf5)</translation>
    </message>
    <message>
        <source>No sample like that.</source>
        <translation>해당하는 검체가 없습니다.</translation>
    </message>
    <message>
        <source>Importing scans</source>
        <translation>스캔 가져오는 중</translation>
    </message>
    <message>
        <source>Correct the sample…</source>
        <translation>검체 정정…</translation>
    </message>
    <message>
        <source>No sample has the id &quot;%1&quot;.</source>
        <translation>ID가 &quot;%1&quot;인 검체가 없습니다.</translation>
    </message>
    <message>
        <source>Enter it as a new sample</source>
        <translation>새 검체로 등록</translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) acquired while nobody was signed in are not in the worklist.</source>
        <translation>
            <numerusform>로그인한 사용자가 없는 동안 획득한 스캔 %n개가 작업목록에 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation>폴더에서 찾기…</translation>
    </message>
    <message>
        <source>Folder that the scan files were moved to</source>
        <translation>스캔 파일이 옮겨진 폴더</translation>
    </message>
    <message>
        <source>Looking for scan files</source>
        <translation>스캔 파일을 찾는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n scan file(s) found again.</source>
        <translation>
            <numerusform>스캔 파일 %n개를 다시 찾았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no microscope here</source>
        <translation>이 스테이션에는 현미경이 없습니다</translation>
    </message>
    <message>
        <source>Something else is running</source>
        <translation>다른 작업이 실행 중입니다</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>해당 위치로 이동</translation>
    </message>
    <message>
        <source>Scan this cell again…</source>
        <translation>이 세포 다시 스캔…</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>검사실</translation>
    </message>
    <message>
        <source>Users…</source>
        <translation>사용자…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation>비밀번호 변경…</translation>
    </message>
    <message>
        <source>Outgoing reports…</source>
        <translation>발신 보고서…</translation>
    </message>
    <message>
        <source>Only an administrator changes the laboratory&apos;s settings</source>
        <translation>관리자만 검사실 설정을 변경할 수 있습니다</translation>
    </message>
    <message>
        <source>Only an administrator adds and changes people</source>
        <translation>관리자만 사용자를 추가하고 변경할 수 있습니다</translation>
    </message>
    <message>
        <source>The cell is not shown: choose &quot;All cells&quot; beside the gallery.</source>
        <translation>세포가 표시되어 있지 않습니다. 갤러리 옆에서 &quot;모든 세포&quot;를 선택하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n signed report(s) could not be put into the queue to the laboratory&apos;s system yet.</source>
        <translation>
            <numerusform>서명된 보고서 %n건을 아직 검사실 시스템 대기열에 추가하지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) could not be delivered to the laboratory&apos;s system.</source>
        <translation>
            <numerusform>보고서 %n건을 검사실 시스템으로 전송하지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the selected cells</source>
        <translation>선택한 세포 비교</translation>
    </message>
    <message>
        <source>Select two or more cells</source>
        <translation>세포를 둘 이상 선택하십시오</translation>
    </message>
    <message>
        <source>%1, technician</source>
        <translation>%1, 기사</translation>
    </message>
    <message>
        <source>%1, reviewer</source>
        <translation>%1, 판독자</translation>
    </message>
    <message>
        <source>%1, administrator</source>
        <translation>%1, 관리자</translation>
    </message>
    <message>
        <source>Compare them</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Cell %1 was scanned again: the new scan is cell %2, chosen in the gallery. Both count in the report until one of them gets C (Not classed).</source>
        <translation>세포 %1을(를) 다시 스캔했습니다. 새 스캔은 갤러리에서 선택된 세포 %2입니다. 둘 중 하나를 C(Not classed)로 지정할 때까지 보고서에는 둘 다 집계됩니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::ScanDialog</name>
    <message>
        <source>Scan positions</source>
        <translation>스캔 위치</translation>
    </message>
    <message>
        <source>Start the scan</source>
        <translation>스캔 시작</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>of the instrument: %1</source>
        <translation>장비 값: %1</translation>
    </message>
    <message>
        <source>Sample &amp;id</source>
        <translation>검체 ID(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Donor</source>
        <translation>공여자(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation>작업자(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Medium index</source>
        <translation>매질 굴절률(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>메모(&amp;N)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>acquired first, at x %1  y %2 µm</source>
        <translation>먼저 획득, 위치 x %1  y %2 µm</translation>
    </message>
    <message>
        <source>of an earlier scan…</source>
        <translation>이전 스캔의 배경…</translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation>배경(&amp;B)</translation>
    </message>
    <message>
        <source>Scan whose background is used</source>
        <translation>배경을 사용할 스캔</translation>
    </message>
    <message>
        <source>Scan &amp;pattern</source>
        <translation>스캔 패턴(&amp;P)</translation>
    </message>
    <message>
        <source>Illumination N&amp;A</source>
        <translation>조명 NA(&amp;A)</translation>
    </message>
    <message>
        <source>A&amp;ngles</source>
        <translation>각도(&amp;N)</translation>
    </message>
    <message>
        <source>Folder for the scans</source>
        <translation>스캔 저장 폴더</translation>
    </message>
    <message>
        <source> and a background</source>
        <translation> 및 배경</translation>
    </message>
    <message>
        <source>The sample needs an id without a slash.</source>
        <translation>슬래시(/)가 없는 검체 ID가 필요합니다.</translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation>해당 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Scans (*.h5);;All files (*)</source>
        <translation>스캔 (*.h5);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>원형</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>나선형</translation>
    </message>
    <message>
        <source>Scan a cell of sample %1 again</source>
        <translation>검체 %1의 세포 다시 스캔</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>검체</translation>
    </message>
    <message>
        <source>F&amp;ile name</source>
        <translation>파일 이름(&amp;I)</translation>
    </message>
    <message>
        <source>The file needs a name without a slash.</source>
        <translation>슬래시(/)가 없는 파일 이름이 필요합니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::ScatterCharts</name>
    <message>
        <source>This display cannot draw charts: it has no OpenGL 3.2. Over remote desktop, work at the station itself. The review needs no charts.</source>
        <translation>이 디스플레이에서는 OpenGL 3.2를 사용할 수 없어 차트를 그릴 수 없습니다. 원격 데스크톱을 사용 중이면 스테이션에서 직접 작업하십시오. 판독에는 차트가 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>올가미</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>사각형</translation>
    </message>
    <message>
        <source>Select with</source>
        <translation>선택 도구</translation>
    </message>
    <message>
        <source>Drag in a plot to select cells in the gallery; Ctrl adds them to the selection</source>
        <translation>산점도에서 끌면 갤러리의 세포가 선택됩니다. Ctrl을 누르면 선택에 추가됩니다</translation>
    </message>
    <message>
        <source>Laying out the map of %1 cells: %2 %</source>
        <translation>세포 %1개의 지도 배치 중: %2 %</translation>
    </message>
    <message>
        <source>No cells</source>
        <translation>세포 없음</translation>
    </message>
    <message>
        <source>Laying out the map of %1 cells…</source>
        <translation>세포 %1개의 지도 배치 중…</translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation>지도 배치 중</translation>
    </message>
    <message>
        <source>A map needs at least %1 cells, there are %2. Show two indices instead.</source>
        <translation>지도를 그리려면 세포가 최소 %1개 필요하지만 %2개뿐입니다. 대신 두 지표를 표시하십시오.</translation>
    </message>
</context>
<context>
    <name>tomocyte::ScatterPanel</name>
    <message>
        <source>Map of all six (UMAP)</source>
        <translation>여섯 지표 전체의 지도(UMAP)</translation>
    </message>
    <message>
        <source>Along x. The map lays cells with similar indices together</source>
        <translation>x축. 지도에서는 지표가 비슷한 세포가 가까이 배치됩니다</translation>
    </message>
    <message>
        <source>Along y</source>
        <translation>y축</translation>
    </message>
    <message>
        <source>Drag around cells: select them in the gallery (Ctrl: add them to the selection). Click: one cell. Wheel: zoom. Double click: all cells.</source>
        <translation>세포 주위를 끌기: 갤러리에서 선택(Ctrl: 선택에 추가). 클릭: 세포 하나. 휠: 확대/축소. 두 번 클릭: 모든 세포.</translation>
    </message>
    <message>
        <source>UMAP 1 (no unit)</source>
        <translation>UMAP 1(단위 없음)</translation>
    </message>
    <message>
        <source>UMAP 2 (no unit)</source>
        <translation>UMAP 2(단위 없음)</translation>
    </message>
    <message>
        <source>No cells</source>
        <translation>세포 없음</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1개 선택됨</translation>
    </message>
    <message>
        <source>faint grey: %1 that the gallery does not show</source>
        <translation>옅은 회색: 갤러리에 표시되지 않은 %1개</translation>
    </message>
    <message>
        <source>pale: cut by the volume&apos;s border, lower bounds</source>
        <translation>연한 색: 볼륨 경계에서 잘림, 하한값</translation>
    </message>
</context>
<context>
    <name>tomocyte::SettingsDialog</name>
    <message>
        <source>Settings of the laboratory</source>
        <translation>검사실 설정</translation>
    </message>
    <message>
        <source>Report pages</source>
        <translation>보고서 페이지</translation>
    </message>
    <message>
        <source>Classes and ranges</source>
        <translation>세포 종류 및 범위</translation>
    </message>
    <message>
        <source>LOINC codes</source>
        <translation>LOINC 코드</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>&amp;Save this page</source>
        <translation>이 페이지 저장(&amp;S)</translation>
    </message>
    <message>
        <source>For all stations; the audit trail has who and when</source>
        <translation>모든 스테이션에 적용되며, 변경한 사람과 시각이 감사 추적에 기록됩니다</translation>
    </message>
    <message>
        <source>Give up the &amp;changes</source>
        <translation>변경 취소(&amp;C)</translation>
    </message>
    <message>
        <source>Reads what the catalog has</source>
        <translation>카탈로그의 내용을 다시 읽습니다</translation>
    </message>
    <message>
        <source>As it &amp;ships</source>
        <translation>출고 기본값(&amp;S)</translation>
    </message>
    <message>
        <source>Takes the laboratory&apos;s own setting out again</source>
        <translation>검사실 자체 설정을 제거합니다</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>From a JSON file; nothing is kept before you save</source>
        <translation>JSON 파일에서 가져옵니다. 저장하기 전에는 반영되지 않습니다</translation>
    </message>
    <message>
        <source>Import the setting</source>
        <translation>설정 가져오기</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON 파일 (*.json)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>As a JSON file, as the command line reads it</source>
        <translation>명령줄에서 읽을 수 있는 JSON 파일로 내보냅니다</translation>
    </message>
    <message>
        <source>Export the setting</source>
        <translation>설정 내보내기</translation>
    </message>
    <message>
        <source>As it ships; the laboratory has never changed it.</source>
        <translation>출고 기본값입니다. 검사실에서 변경한 적이 없습니다.</translation>
    </message>
    <message>
        <source>As it ships, since %1 by %2.</source>
        <translation>출고 기본값입니다(%1부터, 변경자 %2).</translation>
    </message>
    <message>
        <source>The laboratory&apos;s own, saved %1 by %2.</source>
        <translation>검사실 자체 설정입니다(%1 저장, 저장자 %2).</translation>
    </message>
    <message>
        <source>Saved. All stations use it from their next report on.</source>
        <translation>저장되었습니다. 모든 스테이션에서 다음 보고서부터 적용됩니다.</translation>
    </message>
    <message>
        <source>As it ships again.</source>
        <translation>출고 기본값으로 되돌렸습니다.</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>%1에 저장했습니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::ShortcutSheet</name>
    <message>
        <source>Review: the selected cells</source>
        <translation>판독: 선택한 세포</translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation>미분류</translation>
    </message>
    <message>
        <source>Flag: %1</source>
        <translation>표시: %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Confirm what is there</source>
        <translation>현재 분류 확정</translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrows or clicks</source>
        <translation>Shift 또는 Ctrl + 화살표 또는 클릭</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>여러 개 선택</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
</context>
<context>
    <name>tomocyte::SidePanel</name>
    <message>
        <source>Acquire</source>
        <translation>촬영</translation>
    </message>
    <message>
        <source>Reconstruct</source>
        <translation>재구성</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Classify</source>
        <translation>분류</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>No scan is open.</source>
        <translation>열린 스캔이 없습니다.</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation>기본값으로 복원</translation>
    </message>
    <message>
        <source>Wavelength</source>
        <translation>파장</translation>
    </message>
    <message>
        <source>Medium index</source>
        <translation>매질 굴절률</translation>
    </message>
    <message>
        <source>Numerical aperture</source>
        <translation>개구수</translation>
    </message>
    <message>
        <source>Pixel size</source>
        <translation>픽셀 크기</translation>
    </message>
    <message>
        <source>Voxels z × y × x</source>
        <translation>복셀 z × y × x</translation>
    </message>
    <message>
        <source>Voxel size</source>
        <translation>복셀 크기</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복 횟수</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>검체</translation>
    </message>
    <message>
        <source>(no id)</source>
        <translation>(ID 없음)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>measured or imported</source>
        <translation>측정하거나 가져온 값</translation>
    </message>
    <message>
        <source>Holograms</source>
        <translation>홀로그램</translation>
    </message>
    <message>
        <source>Angles × y × x</source>
        <translation>각도 × y × x</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>배경</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>Bit depth</source>
        <translation>비트 심도</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>필드</translation>
    </message>
    <message>
        <source>Tomogram</source>
        <translation>토모그램</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>시각(UTC)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Checksum</source>
        <translation>체크섬</translation>
    </message>
</context>
<context>
    <name>tomocyte::SignDialog</name>
    <message>
        <source>Sign the amendment</source>
        <translation>수정본 서명</translation>
    </message>
    <message>
        <source>Sign the report</source>
        <translation>보고서 서명</translation>
    </message>
    <message>
        <source>Why it is &amp;amended</source>
        <translation>수정 사유(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>사유(&amp;R)</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>비밀번호(&amp;P)</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>서명</translation>
    </message>
</context>
<context>
    <name>tomocyte::SliceView</name>
    <message>
        <source>no tomogram yet</source>
        <translation>아직 토모그램 없음</translation>
    </message>
    <message>
        <source>%1  maximum projection</source>
        <translation>%1  최대 투영</translation>
    </message>
    <message>
        <source>maximum n = %1</source>
        <translation>최대 n = %1</translation>
    </message>
    <message>
        <source>cell %1</source>
        <translation>세포 %1</translation>
    </message>
</context>
<context>
    <name>tomocyte::StageMap</name>
    <message>
        <source>Fit the positions</source>
        <translation>위치에 맞춤</translation>
    </message>
    <message>
        <source>Stage map</source>
        <translation>스테이지 지도</translation>
    </message>
    <message>
        <source>no stage connected</source>
        <translation>연결된 스테이지 없음</translation>
    </message>
    <message>
        <source>limits unknown: the stage does not move</source>
        <translation>한계 미확인: 스테이지가 움직이지 않습니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::StatisticsView</name>
    <message>
        <source> percent points</source>
        <translation> 퍼센트포인트</translation>
    </message>
    <message>
        <source>Smallest difference of a share that is marked; 0: counting statistics alone decide</source>
        <translation>표시할 비율 차이의 최솟값. 0: 계수 통계만으로 판단</translation>
    </message>
    <message>
        <source>Mark from</source>
        <translation>표시 기준</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Earlier samples</source>
        <translation>이전 검체</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>그림 저장…</translation>
    </message>
    <message>
        <source>Save tables…</source>
        <translation>표 저장…</translation>
    </message>
    <message>
        <source>No statistics while the sample is read blind.</source>
        <translation>검체의 블라인드 판독 중에는 통계를 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Choose a sample in the worklist to see the statistics of its cells.</source>
        <translation>작업목록에서 검체를 선택하면 세포 통계를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Range: %1. %2</source>
        <translation>범위: %1. %2</translation>
    </message>
    <message>
        <source>The sample has no donor or patient: there is nothing to compare it with.</source>
        <translation>검체에 공여자 또는 환자가 지정되지 않아 비교할 대상이 없습니다.</translation>
    </message>
    <message>
        <source>No earlier sample of %1 has white cells.</source>
        <translation>%1의 이전 검체 중 백혈구가 있는 검체가 없습니다.</translation>
    </message>
    <message>
        <source>⚠: more than counting explains: the 95 % interval of the difference (shares: Newcombe 1998; means: Welch 1947) excludes 0. By chance one of twenty is marked.</source>
        <translation>⚠: 계수 오차로 설명되는 것보다 큰 차이. 차이의 95 % 구간(비율: Newcombe 1998, 평균: Welch 1947)에 0이 포함되지 않습니다. 우연히 20개 중 1개가 표시될 수 있습니다.</translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation>표 저장</translation>
    </message>
    <message>
        <source>%1/%2-statistics.csv</source>
        <translation>%1/%2-statistics.csv</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Tables written to %1</source>
        <translation>표를 %1에 저장했습니다</translation>
    </message>
    <message>
        <source>%1-indices</source>
        <translation>%1-indices</translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation>그림을 %1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::TargetDialog</name>
    <message>
        <source>Target of the control</source>
        <translation>정도관리 물질의 목표값</translation>
    </message>
    <message>
        <source>Mean and SD of the first %1 measurements</source>
        <translation>처음 %1회 측정의 평균과 SD</translation>
    </message>
    <message>
        <source>An entered target, of the control&apos;s certificate for instance</source>
        <translation>직접 입력한 목표값(예: 정도관리 물질의 인증서 값)</translation>
    </message>
    <message>
        <source>Certificate, lot, or why</source>
        <translation>인증서, 로트 또는 사유</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Mean (%1)</source>
        <translation>평균(%1)</translation>
    </message>
    <message>
        <source>SD</source>
        <translation>SD</translation>
    </message>
    <message>
        <source>SD (%1)</source>
        <translation>SD(%1)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
</context>
<context>
    <name>tomocyte::TemplatePage</name>
    <message>
        <source>Differential: counts, percent, limits, ranges</source>
        <translation>백혈구 감별계산: 세포 수, 백분율, 한계, 범위</translation>
    </message>
    <message>
        <source>Figure of the differential</source>
        <translation>백혈구 감별계산 그림</translation>
    </message>
    <message>
        <source>Cell indices by class</source>
        <translation>세포 종류별 세포 지표</translation>
    </message>
    <message>
        <source>Pictures of typical cells</source>
        <translation>대표 세포 사진</translation>
    </message>
    <message>
        <source>Quality: cells measured and rejected</source>
        <translation>품질: 측정된 세포와 제외된 세포</translation>
    </message>
    <message>
        <source>Review: changes against the model</source>
        <translation>판독: 모델 대비 변경</translation>
    </message>
    <message>
        <source>Method and models</source>
        <translation>방법 및 모델</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation>검사실(&amp;L)</translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation>주소(&amp;D)</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>그림 선택…</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG, up to 1 MB; kept in the catalog, so that all stations have it</source>
        <translation>PNG, JPEG 또는 SVG, 최대 1 MB. 모든 스테이션에서 사용할 수 있도록 카탈로그에 보관됩니다</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>언어(&amp;G)</translation>
    </message>
    <message>
        <source>Ticked sections are printed, in this order: drag them, or use Up and Down</source>
        <translation>선택한 항목이 이 순서로 인쇄됩니다. 끌어서 옮기거나 위/아래 버튼을 사용하십시오</translation>
    </message>
    <message>
        <source>Sections, in their order</source>
        <translation>항목(인쇄 순서)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>위로(&amp;U)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>아래로(&amp;W)</translation>
    </message>
    <message>
        <source>the report would be printed without its differential</source>
        <translation>보고서가 백혈구 감별계산 없이 인쇄됩니다</translation>
    </message>
    <message>
        <source>Tick that section.</source>
        <translation>해당 항목을 선택하십시오.</translation>
    </message>
    <message>
        <source>The laboratory&apos;s logo</source>
        <translation>검사실 로고</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>그림 (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation>이 그림을 읽을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::TomogramView</name>
    <message>
        <source>Measure a distance</source>
        <translation>거리 측정</translation>
    </message>
    <message>
        <source>Measure an angle</source>
        <translation>각도 측정</translation>
    </message>
    <message>
        <source>Refractive index along a line</source>
        <translation>선을 따른 굴절률</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>히스토그램</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>단면</translation>
    </message>
    <message>
        <source>Maximum projection</source>
        <translation>최대 투영</translation>
    </message>
    <message>
        <source>Refractive index of the darkest colour</source>
        <translation>가장 어두운 색의 굴절률</translation>
    </message>
    <message>
        <source>Refractive index of the brightest colour</source>
        <translation>가장 밝은 색의 굴절률</translation>
    </message>
    <message>
        <source>From data</source>
        <translation>데이터 기준</translation>
    </message>
    <message>
        <source>Medium index to the brightest voxels</source>
        <translation>매질 굴절률부터 가장 밝은 복셀까지</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Refractive index from</source>
        <translation>굴절률 범위</translation>
    </message>
    <message>
        <source>3D look</source>
        <translation>3D 표시 설정</translation>
    </message>
    <message>
        <source>Surfaces, clipping plane, colours and opacity of the 3D view</source>
        <translation>3D 보기의 표면, 절단면, 색상 및 불투명도</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>자</translation>
    </message>
    <message>
        <source>Distances (D), angles (A) and line profiles (P) in the slices</source>
        <translation>단면에서 거리(D), 각도(A) 및 선 프로파일(P) 측정</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>그림…</translation>
    </message>
    <message>
        <source>The 3D view as PNG, any size, or a turntable movie</source>
        <translation>3D 보기를 원하는 크기의 PNG 또는 회전 영상으로 저장</translation>
    </message>
    <message>
        <source>to</source>
        <translation>~</translation>
    </message>
</context>
<context>
    <name>tomocyte::Tour</name>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>시작 안내</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>마침</translation>
    </message>
</context>
<context>
    <name>tomocyte::TrainingDialog</name>
    <message>
        <source>Train a model</source>
        <translation>모델 학습</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>데이터 증강</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>모델 카드</translation>
    </message>
    <message>
        <source>&amp;Annotated scans</source>
        <translation>주석이 있는 스캔(&amp;A)</translation>
    </message>
    <message>
        <source>Folder of annotated scans</source>
        <translation>주석이 있는 스캔 폴더</translation>
    </message>
    <message>
        <source>folder of scan files, or a CSV list (file,label,donor)</source>
        <translation>스캔 파일 폴더 또는 CSV 목록(file,label,donor)</translation>
    </message>
    <message>
        <source>&amp;Model folder</source>
        <translation>모델 폴더(&amp;M)</translation>
    </message>
    <message>
        <source>Folder for the model</source>
        <translation>모델을 저장할 폴더</translation>
    </message>
    <message>
        <source>Four types: B, T, monocyte, myelocyte</source>
        <translation>네 종류: B, T, 단핵구, 골수구</translation>
    </message>
    <message>
        <source>Lymphoid and myeloid</source>
        <translation>림프계 및 골수계</translation>
    </message>
    <message>
        <source>The annotations themselves</source>
        <translation>주석 그대로</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>세포 종류(&amp;C)</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The same choices go on from the last whole epoch</source>
        <translation>같은 설정으로 다시 시작하면 마지막으로 완료된 에포크부터 이어집니다</translation>
    </message>
    <message>
        <source>Stopped. The same choices go on from the last whole epoch.</source>
        <translation>중지되었습니다. 같은 설정으로 다시 시작하면 마지막으로 완료된 에포크부터 이어집니다.</translation>
    </message>
    <message>
        <source>Donors are split 7:1:2 into training, validation and test; none is on two sides.</source>
        <translation>공여자는 7:1:2로 학습, 검증, 시험에 나뉘며 어느 공여자도 두 쪽에 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>tomocyte::TransferEditor</name>
    <message>
        <source>Opacity over refractive index</source>
        <translation>굴절률에 따른 불투명도</translation>
    </message>
    <message>
        <source>Click: add a point. Drag: move it (arrow keys: finely). Right click or Delete: remove it.
Double click on a point: its colour. Ctrl+Z: undo.
Behind: how many voxels have that refractive index (logarithmic).</source>
        <translation>클릭: 점 추가. 끌기: 점 이동(화살표 키: 미세 이동). 오른쪽 클릭 또는 Delete: 점 삭제.
점 두 번 클릭: 색상 변경. Ctrl+Z: 실행 취소.
배경 그래프: 해당 굴절률을 가진 복셀 수(로그).</translation>
    </message>
    <message>
        <source>Opacity of 1 µm</source>
        <translation>1 µm의 불투명도</translation>
    </message>
    <message>
        <source>Refractive index n</source>
        <translation>굴절률 n</translation>
    </message>
    <message>
        <source>n = %1, opacity %2</source>
        <translation>n = %1, 불투명도 %2</translation>
    </message>
</context>
<context>
    <name>tomocyte::UsersDialog</name>
    <message>
        <source>disabled</source>
        <translation>사용 안 함</translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation>%1까지 잠김</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>technician: imports and reviews cells</source>
        <translation>기사: 세포를 가져오고 판독합니다</translation>
    </message>
    <message>
        <source>reviewer: reviews cells and signs reports</source>
        <translation>판독자: 세포를 판독하고 보고서에 서명합니다</translation>
    </message>
    <message>
        <source>administrator: people and settings, reviews nothing</source>
        <translation>관리자: 사용자와 설정을 관리하며 판독하지 않습니다</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>계정</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>성명</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>&amp;New account…</source>
        <translation>새 계정(&amp;N)…</translation>
    </message>
    <message>
        <source>New &amp;password…</source>
        <translation>새 비밀번호(&amp;P)…</translation>
    </message>
    <message>
        <source>For somebody who has forgotten it; also unlocks the account</source>
        <translation>비밀번호를 잊은 사용자용이며, 계정 잠금도 해제합니다</translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation>역할 변경</translation>
    </message>
    <message>
        <source>%1 has a new role.</source>
        <translation>%1의 역할이 변경되었습니다.</translation>
    </message>
    <message>
        <source>%1 can no longer sign in.</source>
        <translation>%1은(는) 더 이상 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation>%1은(는) 다시 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation>이름(&amp;F)</translation>
    </message>
    <message>
        <source>as it stands under a report</source>
        <translation>보고서 하단에 표시되는 이름</translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>계정(&amp;A)</translation>
    </message>
    <message>
        <source>without spaces; what one signs in with</source>
        <translation>공백 없이 입력. 로그인할 때 사용합니다</translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation>역할(&amp;O)</translation>
    </message>
    <message>
        <source>new account</source>
        <translation>새 계정</translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation>계정 추가</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>비밀번호 설정</translation>
    </message>
    <message>
        <source>%1 can sign in now.</source>
        <translation>%1은(는) 이제 로그인할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1의 비밀번호가 새로 설정되었습니다.</translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation>사용(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation>사용 안 함(&amp;D)</translation>
    </message>
    <message>
        <source>Accounts are never deleted: their names stand in the audit trail</source>
        <translation>계정은 삭제되지 않습니다. 계정 이름이 감사 추적에 남아 있기 때문입니다</translation>
    </message>
</context>
<context>
    <name>tomocyte::VolumeView</name>
    <message>
        <source>No 3D view on this display: %1

Slices, projections and measurements work. A 3D picture can still be written by &quot;tomocyte render --view volume&quot;.</source>
        <translation>이 디스플레이에서는 3D 보기를 사용할 수 없습니다: %1

단면, 투영 및 측정은 정상적으로 사용할 수 있습니다. 3D 그림은 &quot;tomocyte render --view volume&quot; 명령으로 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Drag: turn. Shift+drag: pan. Wheel or right drag: zoom.</source>
        <translation>끌기: 회전. Shift+끌기: 이동. 휠 또는 오른쪽 끌기: 확대/축소.</translation>
    </message>
    <message>
        <source>3D view</source>
        <translation>3D 보기</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>Membrane</source>
        <translation>세포막</translation>
    </message>
    <message>
        <source>Surface of equal refractive index at the cell&apos;s bound</source>
        <translation>세포 경계의 굴절률 등위면</translation>
    </message>
    <message>
        <source>Interior</source>
        <translation>내부</translation>
    </message>
    <message>
        <source>Surface of equal refractive index around the denser, nucleus-like interior</source>
        <translation>밀도가 더 높은 핵 유사 내부를 둘러싼 굴절률 등위면</translation>
    </message>
    <message>
        <source>Look from obliquely above</source>
        <translation>비스듬히 위에서 보기</translation>
    </message>
    <message>
        <source>Look along %1</source>
        <translation>%1 방향으로 보기</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>표면</translation>
    </message>
</context>
<context>
    <name>tomocyte::WorklistModel</name>
    <message>
        <source>Sample</source>
        <translation>검체</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Cells reviewed</source>
        <translation>판독한 세포</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>접수</translation>
    </message>
    <message>
        <source>Donor</source>
        <translation>공여자</translation>
    </message>
</context>
<context>
    <name>training_dialog</name>
    <message>
        <source>Choose the annotated scans and the folder for the model first.</source>
        <translation>먼저 주석이 있는 스캔과 모델을 저장할 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Accuracy on the test cells %1 % (95 %: %2 to %3 %), %4 cells. %5 annotated cells were left out.</source>
        <translation>시험 세포에 대한 정확도 %1 %(95 %: %2~%3 %), 세포 %4개. 주석이 있는 세포 %5개는 제외되었습니다.</translation>
    </message>
    <message>
        <source>The training is running. Stop it? The same choices go on from the last whole epoch.</source>
        <translation>학습이 실행 중입니다. 중지하시겠습니까? 같은 설정으로 다시 시작하면 마지막으로 완료된 에포크부터 이어집니다.</translation>
    </message>
</context>
<context>
    <name>turntable</name>
    <message>
        <source>Drawing</source>
        <translation>그리는 중</translation>
    </message>
    <message>
        <source>Making the movie</source>
        <translation>동영상 만드는 중</translation>
    </message>
</context>
<context>
    <name>volume_view</name>
    <message>
        <source>no tomogram yet</source>
        <translation>아직 토모그램 없음</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>as you asked for</source>
        <translation>요청에 따라</translation>
    </message>
    <message>
        <source>because the last start did not get as far as a working window</source>
        <translation>지난 시작 시 작업 창이 정상적으로 열리지 않았기 때문에</translation>
    </message>
</context>
<context>
    <name>worklist_model</name>
    <message>
        <source>to acquire</source>
        <translation>획득 대기</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>판독 필요</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>서명 대기</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source> (version %1 signed)</source>
        <translation> (버전 %1 서명됨)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
</TS>
