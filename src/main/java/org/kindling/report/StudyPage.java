package org.kindling.report;

import java.util.List;
import java.util.Map;

/**
 * The page of a study as one HTML document that needs nothing else: a lead in words, then sections of figures and tables.
 *
 * @param heading what it is about
 * @param lead the outcome in a sentence or two
 * @param sections what it shows, in order
 */
public record StudyPage(Heading heading, String lead, List<Section> sections) {

    /** Copies the sections. */
    public StudyPage {
        sections = List.copyOf(sections);
    }

    /**
     * A part of the page.
     *
     * @param title its title
     * @param text what to know of it; may be empty
     * @param figures its plots
     * @param columns the columns of its table; none for no table
     * @param rows the rows of its table
     */
    public record Section(
            String title, String text, List<Figure> figures, List<String> columns, List<List<String>> rows) {

        /** Copies the lists. */
        public Section {
            figures = List.copyOf(figures);
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        return Page.of("study.ftlh", Map.of("page", this));
    }
}
