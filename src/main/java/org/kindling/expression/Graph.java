package org.kindling.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Walks over expression graphs. Without recursion, since formulas of published models can be deep. */
final class Graph {

    private Graph() {}

    /** Every node below the roots once, each after its arguments. */
    static List<Expression> postorder(List<? extends Expression> roots) {
        List<Expression> order = new ArrayList<>();
        Set<Expression> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Expression> left = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Expression> stack = new ArrayDeque<>();
        for (Expression root : roots) {
            stack.push(root);
            while (!stack.isEmpty()) {
                Expression node = stack.peek();
                if (entered.add(node)) {
                    node.arguments().forEach(stack::push);
                } else {
                    stack.pop();
                    if (left.add(node)) {
                        order.add(node);
                    }
                }
            }
        }
        return order;
    }

    /** Whether two lists hold the same objects. */
    static boolean same(List<Expression> some, List<Expression> others) {
        for (int i = 0; i < some.size(); i++) {
            if (some.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }
}
