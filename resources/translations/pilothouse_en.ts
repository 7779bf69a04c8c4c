<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ChatParser</name>
    <message numerus="yes">
        <source>%n piece(s) of the answer could not be read.</source>
        <translation>
            <numerusform>%n piece of the answer could not be read.</numerusform>
            <numerusform>%n pieces of the answer could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CourseLine</name>
    <message numerus="yes">
        <source>%n keys, values kept</source>
        <translation>
            <numerusform>%n key, value kept</numerusform>
            <numerusform>%n keys, values kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MonitorStrips</name>
    <message numerus="yes">
        <source>% of %n threads</source>
        <translation>
            <numerusform>% of %n thread</numerusform>
            <numerusform>% of %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SwitchPlan</name>
    <message numerus="yes">
        <source>%n keys, comments kept</source>
        <translation>
            <numerusform>%n key, comments kept</numerusform>
            <numerusform>%n keys, comments kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TraceWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::CloseDialog</name>
    <message numerus="yes">
        <source>%n unsaved changes in .env</source>
        <translation>
            <numerusform>%n unsaved change in .env</numerusform>
            <numerusform>%n unsaved changes in .env</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::CommandContext</name>
    <message numerus="yes">
        <source>%n dangerous keys were not set.</source>
        <translation>
            <numerusform>%n dangerous key was not set.</numerusform>
            <numerusform>%n dangerous keys were not set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ConfigurationPage</name>
    <message numerus="yes">
        <source>Reload reads it again and drops %n unsaved changes.</source>
        <translation>
            <numerusform>Reload reads it again and drops %n unsaved change.</numerusform>
            <numerusform>Reload reads it again and drops %n unsaved changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more findings about the file</source>
        <translation>
            <numerusform>%n more finding about the file</numerusform>
            <numerusform>%n more findings about the file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ConflictDialog</name>
    <message numerus="yes">
        <source>%n keys were changed on both sides</source>
        <translation>
            <numerusform>%n key was changed on both sides</numerusform>
            <numerusform>%n keys were changed on both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys changed on both sides</source>
        <translation>
            <numerusform>%n key changed on both sides</numerusform>
            <numerusform>%n keys changed on both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys changed on one side only</source>
        <translation>
            <numerusform>%n key changed on one side only</numerusform>
            <numerusform>%n keys changed on one side only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more keys.</source>
        <translation>
            <numerusform>And %n more key.</numerusform>
            <numerusform>And %n more keys.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::CourseCard</name>
    <message numerus="yes">
        <source>%n settings in .env are not in force</source>
        <translation>
            <numerusform>%n setting in .env is not in force</numerusform>
            <numerusform>%n settings in .env are not in force</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n settings agree</source>
        <translation>
            <numerusform>The %n setting agrees</numerusform>
            <numerusform>All %n settings agree</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more settings</source>
        <translation>
            <numerusform>%n more setting</numerusform>
            <numerusform>%n more settings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings differ</source>
        <translation>
            <numerusform>%n setting differs</numerusform>
            <numerusform>%n settings differ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::DiffDialog</name>
    <message numerus="yes">
        <source>Review %n changes</source>
        <translation>
            <numerusform>Review %n change</numerusform>
            <numerusform>Review %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other lines, comments and their order stay as they are.</source>
        <translation>
            <numerusform>%n other line, comments and their order stay as they are.</numerusform>
            <numerusform>%n other lines, comments and their order stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %1 of %n changes</source>
        <translation>
            <numerusform>Review %1 of %n change</numerusform>
            <numerusform>Review %1 of %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n keys</source>
        <translation>
            <numerusform>Save %n key</numerusform>
            <numerusform>Save %n keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FiguresLine</name>
    <message numerus="yes">
        <source>%n tokens so far</source>
        <translation>
            <numerusform>%n token so far</numerusform>
            <numerusform>%n tokens so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tokens</source>
        <translation>
            <numerusform>%n token</numerusform>
            <numerusform>%n tokens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FindBar</name>
    <message numerus="yes">
        <source>%n matches</source>
        <translation>
            <numerusform>%n match</numerusform>
            <numerusform>%n matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::FormPane</name>
    <message numerus="yes">
        <source>Show %n more keys</source>
        <translation>
            <numerusform>Show %n more key</numerusform>
            <numerusform>Show %n more keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::HeaderStrip</name>
    <message numerus="yes">
        <source>%n not applied</source>
        <translation>
            <numerusform>%n not applied</numerusform>
            <numerusform>%n not applied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settings are saved in .env but not in use yet</source>
        <translation>
            <numerusform>%n setting is saved in .env but not in use yet</numerusform>
            <numerusform>%n settings are saved in .env but not in use yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::HistoryDialog</name>
    <message numerus="yes">
        <source>Restoring changes %n places of .env as it is now:</source>
        <translation>
            <numerusform>Restoring changes %n place of .env as it is now:</numerusform>
            <numerusform>Restoring changes %n places of .env as it is now:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your %n unsaved changes stay and are laid over it.</source>
        <translation>
            <numerusform>Your %n unsaved change stays and is laid over it.</numerusform>
            <numerusform>Your %n unsaved changes stay and are laid over it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::HttpExchange</name>
    <message numerus="yes">
        <source>It was followed %n times.</source>
        <translation>
            <numerusform>It was followed %n time.</numerusform>
            <numerusform>It was followed %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::LogCard</name>
    <message numerus="yes">
        <source>%n lines</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lines copied</source>
        <translation>
            <numerusform>%n line copied</numerusform>
            <numerusform>%n lines copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits so far</source>
        <translation>
            <numerusform>%n hit so far</numerusform>
            <numerusform>%n hits so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n hit</numerusform>
            <numerusform>%n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::LogTail</name>
    <message numerus="yes">
        <source>… %n bytes of the log were skipped …</source>
        <translation>
            <numerusform>… %n byte of the log was skipped …</numerusform>
            <numerusform>… %n bytes of the log were skipped …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::OverviewPage</name>
    <message numerus="yes">
        <source>of %n threads</source>
        <translation>
            <numerusform>of %n thread</numerusform>
            <numerusform>of %n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::Panel</name>
    <message numerus="yes">
        <source>Discard %n unsaved changes?</source>
        <translation>
            <numerusform>Discard %n unsaved change?</numerusform>
            <numerusform>Discard %n unsaved changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %n changes?</source>
        <translation>
            <numerusform>Discard %n change?</numerusform>
            <numerusform>Discard %n changes?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values of %1 are in the form, not saved yet.</source>
        <translation>
            <numerusform>%n value of %1 is in the form, not saved yet.</numerusform>
            <numerusform>%n values of %1 are in the form, not saved yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ProfilesDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n keys go into the form, unsaved; Undo takes them back.</source>
        <translation>
            <numerusform>%n key goes into the form, unsaved; Undo takes it back.</numerusform>
            <numerusform>%n keys go into the form, unsaved; Undo takes them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put %n keys into the form</source>
        <translation>
            <numerusform>Put %n key into the form</numerusform>
            <numerusform>Put %n keys into the form</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::ProviderService</name>
    <message numerus="yes">
        <source>%n process(es) that it started still run.</source>
        <translation>
            <numerusform>%n process that it started still runs.</numerusform>
            <numerusform>%n processes that it started still run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n process(es) that it started still run: Stop ends them, Start does so too.</source>
        <translation>
            <numerusform>%n process that it started still runs: Stop ends it, Start does so too.</numerusform>
            <numerusform>%n processes that it started still run: Stop ends them, Start does so too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::SaveBar</name>
    <message numerus="yes">
        <source>%n unsaved changes</source>
        <translation>
            <numerusform>%n unsaved change</numerusform>
            <numerusform>%n unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::SecretField</name>
    <message numerus="yes">
        <source>hidden in %n seconds</source>
        <translation>
            <numerusform>hidden in %n second</numerusform>
            <numerusform>hidden in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokeCard</name>
    <message numerus="yes">
        <source>%n steps skipped</source>
        <translation>
            <numerusform>%n step skipped</numerusform>
            <numerusform>%n steps skipped</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::SmokeOperation</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no errors, %n warnings</source>
        <translation>
            <numerusform>no errors, %n warning</numerusform>
            <numerusform>no errors, %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::StatusStrip</name>
    <message numerus="yes">
        <source>%n CPU threads</source>
        <translation>
            <numerusform>%n CPU thread</numerusform>
            <numerusform>%n CPU threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pilothouse::WriteChoiceDialog</name>
    <message numerus="yes">
        <source>The readers of .env would not all get the same %n values</source>
        <translation>
            <numerusform>The readers of .env would not all get the same %n value</numerusform>
            <numerusform>The readers of .env would not all get the same %n values</numerusform>
        </translation>
    </message>
</context>
</TS>
