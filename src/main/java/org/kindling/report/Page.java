package org.kindling.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/** Fills the templates of pages. */
final class Page {

    private static final Configuration CONFIGURATION = configuration();

    private Page() {}

    /** The text of a page, to be written in UTF-8. */
    static String of(String name, Map<String, Object> content) {
        StringWriter page = new StringWriter();
        try {
            Template template = CONFIGURATION.getTemplate(name);
            template.process(content, page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The template of the report is not readable.", unreadable);
        } catch (TemplateException wrong) {
            throw new IllegalStateException("The template of the report does not fit its data.", wrong);
        }
        return page.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Page.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("#,##0");
        // Names in models may hold anything, so nothing reaches the page unescaped unless the template says so.
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setFallbackOnNullLoopVariable(false);
        return configuration;
    }
}
