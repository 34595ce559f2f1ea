package org.kindling.sbml;

import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdom2.Element;

/** Which quantities the formulas of a model use, and how; local parameters under {@code reaction.parameter}. */
final class Usage {

    private final Set<String> used = new HashSet<>();
    private final Set<String> usedFreely = new HashSet<>();

    /** Adds a quantity that something other than a formula needs. */
    void add(String id) {
        used.add(id);
        usedFreely.add(id);
    }

    /** Adds what a formula uses, with the address of every name. */
    void add(Element expression, UnaryOperator<String> address) {
        Symbols.used(expression).forEach(name -> used.add(address.apply(name)));
        addFree(expression, address);
    }

    /** Returns whether any formula uses a quantity. */
    boolean isUsed(String address) {
        return used.contains(address);
    }

    /** Returns whether formulas do nothing with a quantity but divide by it. */
    boolean isOnlyDivisor(String address) {
        return !usedFreely.contains(address);
    }

    private void addFree(Element element, UnaryOperator<String> address) {
        if (element.getName().equals("ci")) {
            usedFreely.add(address.apply(element.getTextTrim()));
            return;
        }
        boolean isQuotient = element.getName().equals("apply")
                && element.getChildren().get(0).getName().equals("divide");
        int position = 0;
        for (Element child : element.getChildren()) {
            boolean isDivisor = isQuotient && position == 2 && child.getName().equals("ci");
            if (!isDivisor) {
                addFree(child, address);
            }
            position++;
        }
    }
}
