package org.kindling.sbml;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.kindling.expression.Expression;
import org.kindling.expression.Symbol;

/** A formula in MathML that stands outside of a model, as in SED-ML. */
public final class MathFormula {

    private static final SbmlRelease RELEASE = new SbmlRelease(3, 2);

    private static final Namespace CORE = Namespace.getNamespace(RELEASE.namespace());

    private MathFormula() {}

    /**
     * Returns the expression of a formula. It is read as the only rule of a model, with the same checks and limits.
     *
     * @param file name by which messages call the file that it stands in
     * @param math the {@code math} element
     * @param names the ids that it may use
     * @throws SbmlException if it is not the mathematics of SBML, or uses other names
     */
    public static Expression read(String file, Element math, Set<String> names) {
        String result = new FreeIds(names).take("result");
        Element parameters = element("listOfParameters");
        names.forEach(name -> parameters.addContent(parameter(name).setAttribute("value", "1")));
        parameters.addContent(parameter(result));
        Element rule =
                element("assignmentRule").setAttribute("variable", result).addContent(math.clone());
        Element model = element("model")
                .addContent(parameters)
                .addContent(element("listOfRules").addContent(rule));
        Document document = new Document(element("sbml")
                .setAttribute("level", Integer.toString(RELEASE.level()))
                .setAttribute("version", Integer.toString(RELEASE.version()))
                .addContent(model));
        byte[] text = SbmlText.of(document).getBytes(StandardCharsets.UTF_8);
        SbmlModel only = SbmlReader.read(SbmlSource.of(file, text));
        return Objects.requireNonNull(only.kinetics().rules().assignments().get(new Symbol(result)));
    }

    private static Element parameter(String id) {
        return element("parameter").setAttribute("id", id).setAttribute("constant", "false");
    }

    private static Element element(String name) {
        return new Element(name, CORE);
    }
}
