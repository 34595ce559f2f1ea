package org.kindling.sbml;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.located.Located;

/** What an inspection of one file finds: refusals to throw, and notices to keep. Not thread-safe. */
final class Inspection {

    private final String file;
    private final List<Notice> ignored = new ArrayList<>();
    private final List<Notice> warnings = new ArrayList<>();

    Inspection(String file) {
        this.file = file;
    }

    SbmlException refusal(String problem, String remedy) {
        return SbmlException.of(file, problem, remedy);
    }

    SbmlException refusal(int line, String problem, String remedy) {
        return SbmlException.at(file, "", line, problem, remedy);
    }

    SbmlException refusal(Element element, String problem, String remedy) {
        int line = element instanceof Located located ? located.getLine() : 0;
        return SbmlException.at(file, ElementPath.of(element), line, problem, remedy);
    }

    void ignore(Element element, String reason) {
        ignored.add(new Notice(ElementPath.of(element), PlainText.line(reason)));
    }

    void warn(Element element, String reason) {
        warnings.add(new Notice(ElementPath.of(element), PlainText.line(reason)));
    }

    List<Notice> ignored() {
        return List.copyOf(ignored);
    }

    List<Notice> warnings() {
        return List.copyOf(warnings);
    }
}
