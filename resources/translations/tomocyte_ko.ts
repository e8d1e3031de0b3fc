<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR">
<context>
    <name>LookPanel</name>
    <message>
        <source>A look cannot be called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>New &amp;password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Repeat the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords differ. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QCoreApplication</name>
    <message>
        <source>It may move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingFields</name>
    <message>
        <source>%1: &quot;%2&quot; is no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it with a point: 0.5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the range has only one end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give both ends, or none.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VolumeSheet</name>
    <message>
        <source>membrane n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interior n = %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cell_delegate</name>
    <message>
        <source>%1 fL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cell_table_model</name>
    <message>
        <source>touches border</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut by the volume&apos;s border: its indices are lower bounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>control_figure</name>
    <message>
        <source>%1%2 SD</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>control_view</name>
    <message>
        <source> [SIMULATED]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>device_panel</name>
    <message>
        <source>%1 to %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>fault_panel</name>
    <message>
        <source>Faults of the simulated microscope, to see what a scan does and how it goes on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>focus_curve</name>
    <message>
        <source>Contrast of the amplitude against z. Blood cells are phase objects: in focus their amplitude is flattest, so the lowest point is the focus. Page up and page down move the stage by 0.5 µm.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>gallery_model</name>
    <message>
        <source>Cell %1: %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut by the volume&apos;s border: its indices are lower bounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>hologram_panels</name>
    <message>
        <source>Spectrum, log10 of power</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+1 order, pupil</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main_window</name>
    <message>
        <source>, %1 min %2 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main_window_actions</name>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; (%2)&lt;br&gt;Label-free hematology by optical diffraction tomography.&lt;br&gt;&lt;br&gt;%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main_window_overviews</name>
    <message>
        <source>A region of a smear, field by field at each wavelength. The map of the tab Microscope fills in.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main_window_scans</name>
    <message>
        <source>%1 scan file(s) in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan of the smear &quot;%1&quot; was interrupted: %2 of %3 places are complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scan of &quot;%1&quot; was interrupted: %2 of %3 cells are complete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>measurement_panel</name>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>microscope_live</name>
    <message>
        <source>%1 % of the pixels are saturated: their phase cannot be measured. Shorten the exposure or lower the gain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The camera has lost %1 frames since the live view began: lower its frame rate, or use a faster port or network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage moves over its whole range to find its reference. Is the objective clear of the slide?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>microscope_view</name>
    <message>
        <source>The stage is connected and stands still. May it move? Check first that the objective is clear of the slide and the way is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>model_panel</name>
    <message>
        <source>Cells are measured but not classified. Choose a model, or train one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>option_form</name>
    <message>
        <source>RI </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RII</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
%1 to %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>
Command line: --</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>positions_panel</name>
    <message>
        <source>Double click: move there. Delete: remove what is selected. Ctrl+Z, Ctrl+Shift+Z: undo, redo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>report_panel</name>
    <message>
        <source>&lt;b style=&apos;color:%1&apos;&gt;SIGNED&lt;/b&gt; by %2, version %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;p style=&apos;color:%1&apos;&gt;The report of the chosen sample appears here.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review_keys</name>
    <message>
        <source>Artefact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doublet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review_view</name>
    <message>
        <source>No model has classified this cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the cells as the model left them, blind to the review and the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key gives the selected cells its class or flag. Space confirms what is there. Pictures: highest RI along z, %1 µm wide, medium to +%2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>review_view_reading</name>
    <message>
        <source>The reading is closed. No cell of it has been reviewed yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reading is closed: %1 of %2 cells are what the review says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, Cohen&apos;s kappa %1 (standard error %2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>samples_view_catalog</name>
    <message>
        <source>No samples yet. Drop scan files or a folder here, press Import…, or enter a tube with New sample…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>scan_dialog</name>
    <message>
        <source>Refractive index of the medium around the cells, if it was measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A background of an earlier scan is used only when camera, exposure, wavelength, patterns and calibration are the same, and it is not old</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 position(s)%2 of %3 frames each: at least %4 s of exposure, besides stage moves. The plan is checked as a whole before anything moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the background of an earlier scan, or first a place without a sample for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scan with this id is in the folder already. Choose another id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>side_panel</name>
    <message>
        <source>Back to defaults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no id)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured or imported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sign_dialog</name>
    <message>
        <source>&lt;b&gt;Sample %1&lt;/b&gt;%2, report %3, version %4%5&lt;br&gt;%6 white cells of %7 cells&lt;br&gt;Signed by %8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 cells are not reviewed, %3 are unidentified. Review them first, or say why the report is signed all the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>slice_view</name>
    <message>
        <source>Click or drag: move the crosshair. Wheel or PgUp/PgDn: step through the slices.
Ctrl+wheel: zoom. Right drag: pan. Double click: whole picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>stage_map</name>
    <message>
        <source>Double click: move there. Drag: pan. Wheel: zoom. F: fit the positions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>template_page</name>
    <message>
        <source>English</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>한국어 (Korean)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::AcceptView</name>
    <message>
        <source>Per week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of the real ones: they are never mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewed cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept, % (95 % limits)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reviewed cell yet that a model was sure of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept-rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::AccountPage</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;You&lt;/b&gt;, the reviewer who reviews cells and signs reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The administrator&lt;/b&gt;, who adds people and signs nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it stands under a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome: the first accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two passwords of %1 differ. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give both accounts a name without spaces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the two accounts different names.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::BackgroundJob</name>
    <message>
        <source>There is not enough memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use fewer voxels, or close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal error: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report this with the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CatalogThread</name>
    <message>
        <source>Internal error: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CellTableModel</name>
    <message>
        <source>Cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the cell, largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most probable class, said by the model of the tab Classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrated probability of the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume inside the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the sub-voxel surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sphericity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for a sphere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass of everything but water, from the refractive index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protein density: dry mass / volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean RI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean refractive index inside the cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpuscular volume (threshold of Ryu/Bak 2023)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpuscular hemoglobin (Ryu/Bak 2023); meaningful for red cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells to review, cut by the volume&apos;s border, and small objects</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CellTableView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the table for a spreadsheet (Ctrl+C in the table)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2%3. Click a row to go to the cell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cells measured. Measure (F6) finds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cells: there is no tomogram yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ClassPanel</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press it to give the selected cells this class or flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that nobody has reviewed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ClassesPage</name>
    <message>
        <source>white cell, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>per 100 white cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in every report: count it up with every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source of the ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10⁹/L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total white cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent
from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent
to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10⁹/L
from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10⁹/L
to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As models and reviewers name it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The white class in whose count this one is contained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not missed in the report of a method that does not know the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, 10⁹/L</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CodePage</name>
    <message>
        <source>%1: &quot;%2&quot; is no LOINC code, its check digit is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare it with loinc.org.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version of LOINC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Differential panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total white cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of count per volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A class without a code goes out as text. The codes that ship are those without a method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove the class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the differential panel has no code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row %1 has a code and no class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the class as in the table of classes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the class %1 stands there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of the rows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CommentsDialog</name>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new comment; it stands in the report with your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add the comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the selected cell (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. The report that was signed does not change; the next version has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on cell %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has written anything yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CompareColumn</name>
    <message>
        <source>%1 (model, %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (model, %2, to review)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not classified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cell %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this cell out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume %1 fL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface %1 µm²</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sphericity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dry mass %1 pg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Protein %1 g/dL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean n %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut by the volume: indices are lower bounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CompareSlice</name>
    <message>
        <source>Click or drag: move the crosshair in all cells. Wheel: zoom all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>beyond the volume of this scan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::CompareView</name>
    <message>
        <source>Add a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell of the open scan, or scan files. Scan files can also be dropped here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop reading scan files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All maps can be told apart by colour-blind people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index of the darkest colour, in all cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index of the brightest colour, in all cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale and colours so that all cells are shown whole; crosshair to the centres</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell %1 of the open scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scans (*.h5 *.hdf5);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells stand side by side at most. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells side by side, in one scale and one range of colours. Add cells, or drop scan files here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ControlView</name>
    <message>
        <source>Add from file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scan in which the control has been measured as a cell is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not count…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen measurement stays in the table, with the reason, and leaves the chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured (UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules broken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not count because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No control yet. Measure a bead or another control as a cell is measured, then add its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 SD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control measurement of %1 entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan of the control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomocyte scans (*.h5 *.hdf5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was measured, with its lot:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the measurement does not count:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quality-%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ConvergencePlot</name>
    <message>
        <source>Relative change per iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no iterations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::DeliveryPage</name>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not at all: they stay in the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as HL7 messages to a listener (MLLP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as HL7 files into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same folder on every station</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder to write the messages to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed reports go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write them into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When it fails</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::DevicePanel</name>
    <message>
        <source>Device, property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State, value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::DeviceThread</name>
    <message>
        <source>Internal error: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::FaultPanel</name>
    <message>
        <source>Rehearse a fault (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus drift</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::FigureView</name>
    <message>
        <source>Drawing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::FocusCurve</name>
    <message>
        <source>Focus curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>focus: no fringes seen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus: contrast %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flattest at z %1 µm: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::HistogramView</name>
    <message>
        <source>Histogram of the counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saturated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::HologramPanels</name>
    <message>
        <source>Hologram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amplitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no holograms in this scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rad/µm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % saturated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saturated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::HologramView</name>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not judged yet (Reconstruct judges the frames)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✗ rejected: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ accepted, phase noise %1 rad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● acquiring</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::LearningCurveView</name>
    <message>
        <source>Learning curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curves appear after the first epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::LogPanel</name>
    <message>
        <source>Warnings and errors only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the selected lines, or all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies what support asks for: versions, devices, the last lines of this log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in memory only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::LookPanel</name>
    <message>
        <source>%1 µm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denser interior, like a nucleus. Default: Otsu&apos;s threshold within the cells, n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denser interior, like a nucleus. These cells are even: the default, n = %1, lies halfway to the highest value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer membrane. Default: the bound that the cells were measured with, n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the 3D look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the look (one of the same name is replaced)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D look &quot;%1&quot; saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surfaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outer membrane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interior (nucleus-like)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index of the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of the surface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity, 5 to 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clipping plane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across x</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cuts volume and surfaces open; &quot;Across the view&quot; takes the direction you look in now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the plane stands, from the centre of the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How refractive index becomes colour and opacity; points count from the medium&apos;s index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last change of the curve (Ctrl+Z in the curve)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen preset as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this curve under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen look; the program&apos;s own stay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::MainWindow</name>
    <message>
        <source>Tomogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holograms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scan comes from the simulated microscope, not from a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options and scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scan, holograms or fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scan with everything computed from it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a scan with the simulated microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holograms to tomogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the cells and their indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which class each cell is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquire, reconstruct, measure and classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export cells as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the cell table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write an overview picture as PNG</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the simulated microscope looks at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> Simulated microscope </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a smear…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this cell: light off, stage still (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which class each cell is (F7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model in the tab Classify first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1%2  %3%4  Tomocyte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is still running. Cancel it and quit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This scan has results that are not saved. Save them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomocyte scan (*.h5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquiring (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acquire, reconstruct, measure (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstructing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measuring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the cell table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save an overview picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from the next start on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tomocyte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnostics copied: paste them into your message to support. They may name files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulating a practice sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cell in three dimensions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomocyte takes holograms of an unstained cell from many directions and computes its refractive index in three dimensions. The simulated microscope shows it without any hardware; what it makes is marked SIMULATED everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a simulated scan (F9)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three linked slices and the volume. Click into a slice to move the crosshair, turn the wheel to leaf through it. The cell&apos;s volume, dry mass and the other indices stand in the table below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the tomogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People and samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tab Samples is the day&apos;s work. On the first day it asks for two accounts: one that reviews and signs, and one that administers. Every change is kept with name and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in, then let the program simulate a sample of 16 classified cells. A letter gives the selected cell its class, Space confirms what the model says, Ctrl+Z takes back. F1 lists all keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulate a practice sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign and report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When every cell is reviewed, sign the report beside the gallery and export it as PDF, spreadsheet or HL7 message. A signed report stays as it is; a later change makes a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the instrument is connected, simulated or real. The red button stops everything: light off, stage and DMD still.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Safe mode, %1: your settings are not used and not changed. The next start uses them again; if it fails again, rename %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings file was damaged. It was put aside as %1; the window begins with its defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New here? The first steps show the day&apos;s work with simulated samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a smear (simulated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan a smear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the file and scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smear file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smears (*.h5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning the smear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tiles in %2%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in: the scan is not in the worklist yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading where the cell lies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stage goes where the scan was taken (%1, %2, %3 µm). If the slide was moved since %4, another cell lies there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the next cell (F8)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the complete cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the instrument first, then resume the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the complete cells</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::MeasurementPanel</name>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a tool, then click into a slice. Points can be dragged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click three points; the angle is at the second. Esc puts the tool away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click both ends; they may lie in different slices. Esc puts the tool away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the profile as a table for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the profile as CSV: distance and position in µm, refractive index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance of two points, µm (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Angle between two lines, degrees (A)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index along a line (P)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the chosen measurement (Delete key in a slice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the last step (Ctrl+Z in a slice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Shift+Z in a slice)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write all measurements as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a scan with a tomogram to measure in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line profile to see the refractive index along it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index n, line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the line profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::MessagesDialog</name>
    <message>
        <source>Signed reports go as HL7 messages to %1, port %2, through the queue %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed reports are written as HL7 files into %1, through the queue %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No delivery is set: signed reports stay here. An administrator sets it in Laboratory, Settings, Delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a message to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Send now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries what waits at once; it is tried again by itself too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try the dead one again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n signed report(s) wait here until the queue is free.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a dead message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::MicroscopeView</name>
    <message>
        <source>%1 frames/s shown, %2 lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the %1 again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect an instrument with a stage first (tab Microscope)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scan is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first that the stage may move (tab Microscope)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instrument is not complete: camera, DMD and light are needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>background, frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>position %1, frame %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect the instrument that was used last; the arrow chooses another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simulated smear microscope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument from a configuration file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the camera sees now; the light is on meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auto contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stretch the grey values to what the frame holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan positions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan every position of the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ STOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emergency stop: light off, stage and DMD stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instrument configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting the %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first that the stage may move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add positions to the list first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan every position of the list (F3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ModelPanel</name>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model that says which class each measured cell is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a model from your own annotated scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No classification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::OwnPasswordDialog</name>
    <message>
        <source>Change my password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password &amp;until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::PictureDialog</name>
    <message>
        <source>Picture or movie of the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turntable: one whole turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed (MP4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG with scale bar, colour bar and sample id, as the view is now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name that ends in .mp4 becomes a movie; any other a folder of PNG frames.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A new folder of PNG frames. For MP4 the program ffmpeg must be installed on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Movie (*.mp4);;Folder of frames (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of frames (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::PositionsPanel</name>
    <message>
        <source>Positions to scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put where the stage stands on the list (Ctrl+M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the sample-free background where the stage stands now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find cells…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look over a region and put every cell on the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add %1 position(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background: x %1  y %2 µm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ProfilePlot</name>
    <message>
        <source>Line profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>along the line (µm)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 µm   n = %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::QualityView</name>
    <message>
        <source>Daily control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept rate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ReportPanel</name>
    <message>
        <source>replaced by version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample as it stands, and every version that was signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample as it stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1, signed %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amend…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a reviewer may sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts the signed report into the queue to the laboratory&apos;s system, unless it was there before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report of %1 signed, version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting the report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ReviewView</name>
    <message>
        <source>Second reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remarks on the sample and on the selected cell (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scatter plots beside the gallery (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments (%1)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the cells within their class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only unreviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sample in the worklist to review its cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the cells…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample has no cells yet: import its scans.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cell here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::SampleDialog</name>
    <message>
        <source>scan the tube&apos;s barcode, or type its label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known; for counts per volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Donor or patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Total white cells, 10⁹/L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct sample %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no count. Write it with a point: 7.2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total count was given; it can be corrected, not taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::SamplesView</name>
    <message>
        <source>Opening the catalog…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search sample or donor, or scan a barcode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All scans of a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New sample…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tube that has come, before it is measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No report while the sample is read blind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked after %1 minutes without a key or a click.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import all scans of a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomocyte scans (*.h5 *.hdf5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the sample…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sample has the id &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it as a new sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scan(s) acquired while nobody was signed in are not in the worklist.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that the scan files were moved to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for scan files</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n scan file(s) found again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no microscope here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan this cell again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing reports…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator changes the laboratory&apos;s settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an administrator adds and changes people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cell is not shown: choose &quot;All cells&quot; beside the gallery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n signed report(s) could not be put into the queue to the laboratory&apos;s system yet.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n report(s) could not be delivered to the laboratory&apos;s system.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tomocyte::ScanDialog</name>
    <message>
        <source>Scan positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the instrument: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample &amp;id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Donor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Medium index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>acquired first, at x %1  y %2 µm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of an earlier scan…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan whose background is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan &amp;pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Illumination N&amp;A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ngles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and a background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample needs an id without a slash.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ScatterCharts</name>
    <message>
        <source>This display cannot draw charts: it has no OpenGL 3.2. Over remote desktop, work at the station itself. The review needs no charts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag in a plot to select cells in the gallery; Ctrl adds them to the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the map of %1 cells: %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the map of %1 cells…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Laying out the map</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ScatterPanel</name>
    <message>
        <source>Map of all six (UMAP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along x. The map lays cells with similar indices together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Along y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag around cells: select them in the gallery (Ctrl: add them to the selection). Click: one cell. Wheel: zoom. Double click: all cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP 1 (no unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UMAP 2 (no unit)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faint grey: %1 that the gallery does not show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pale: cut by the volume&apos;s border, lower bounds</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::SettingsDialog</name>
    <message>
        <source>Settings of the laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classes and ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOINC codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For all stations; the audit trail has who and when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up the &amp;changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reads what the catalog has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it &amp;ships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes the laboratory&apos;s own setting out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a JSON file; nothing is kept before you save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As a JSON file, as the command line reads it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it ships; the laboratory has never changed it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it ships, since %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laboratory&apos;s own, saved %1 by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved. All stations use it from their next report on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it ships again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::ShortcutSheet</name>
    <message>
        <source>Review: the selected cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unidentified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm what is there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift or Ctrl with arrows or clicks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::SidePanel</name>
    <message>
        <source>Acquire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reconstruct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scan is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::SignDialog</name>
    <message>
        <source>Sign the amendment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it is &amp;amended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::SliceView</name>
    <message>
        <source>no tomogram yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  maximum projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maximum n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cell %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::StageMap</name>
    <message>
        <source>Fit the positions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no stage connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limits unknown: the stage does not move</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::StatisticsView</name>
    <message>
        <source> percent points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smallest difference of a share that is marked; 0: counting statistics alone decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save tables…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No statistics while the sample is read blind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a sample in the worklist to see the statistics of its cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range: %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample has no donor or patient: there is nothing to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier sample of %1 has white cells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚠: more than counting explains: the 95 % interval of the difference (shares: Newcombe 1998; means: Welch 1947) excludes 0. By chance one of twenty is marked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/%2-statistics.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1-indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::TargetDialog</name>
    <message>
        <source>Target of the control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean and SD of the first %1 measurements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An entered target, of the control&apos;s certificate for instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate, lot, or why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SD (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::TemplatePage</name>
    <message>
        <source>Differential: counts, percent, limits, ranges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure of the differential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cell indices by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of typical cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quality: cells measured and rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review: changes against the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Laboratory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG, up to 1 MB; kept in the catalog, so that all stations have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ticked sections are printed, in this order: drag them, or use Up and Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections, in their order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the report would be printed without its differential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick that section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The laboratory&apos;s logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::TomogramView</name>
    <message>
        <source>Measure a distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure an angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index along a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maximum projection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index of the darkest colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index of the brightest colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium index to the brightest voxels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surfaces, clipping plane, colours and opacity of the 3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distances (D), angles (A) and line profiles (P) in the slices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 3D view as PNG, any size, or a turntable movie</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::Tour</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::TrainingDialog</name>
    <message>
        <source>Train a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Annotated scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of annotated scans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder of scan files, or a CSV list (file,label,donor)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four types: B, T, monocyte, myelocyte</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lymphoid and myeloid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The annotations themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same choices go on from the last whole epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. The same choices go on from the last whole epoch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::TransferEditor</name>
    <message>
        <source>Opacity over refractive index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: add a point. Drag: move it (arrow keys: finely). Right click or Delete: remove it.
Double click on a point: its colour. Ctrl+Z: undo.
Behind: how many voxels have that refractive index (logarithmic).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of 1 µm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refractive index n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n = %1, opacity %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::UsersDialog</name>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>technician: imports and reviews cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reviewer: reviews cells and signs reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>administrator: people and settings, reviews nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Users</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New &amp;password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For somebody who has forgotten it; also unlocks the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a new role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as it stands under a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without spaces; what one signs in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>R&amp;ole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can sign in now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts are never deleted: their names stand in the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::VolumeView</name>
    <message>
        <source>No 3D view on this display: %1

Slices, projections and measurements work. A 3D picture can still be written by &quot;tomocyte render --view volume&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag: turn. Shift+drag: pan. Wheel or right drag: zoom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3D view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Membrane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface of equal refractive index at the cell&apos;s bound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface of equal refractive index around the denser, nucleus-like interior</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look from obliquely above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look along %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surface</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tomocyte::WorklistModel</name>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells reviewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Donor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>training_dialog</name>
    <message>
        <source>Choose the annotated scans and the folder for the model first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy on the test cells %1 % (95 %: %2 to %3 %), %4 cells. %5 annotated cells were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training is running. Stop it? The same choices go on from the last whole epoch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>turntable</name>
    <message>
        <source>frame-%1.png</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>volume_view</name>
    <message>
        <source>no tomogram yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>as you asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>because the last start did not get as far as a working window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>worklist_model</name>
    <message>
        <source>to acquire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (version %1 signed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
