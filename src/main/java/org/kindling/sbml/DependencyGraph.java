package org.kindling.sbml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which names need which others to be known first. Works without recursion, on chains of any length. */
final class DependencyGraph {

    private final Map<String, Set<String>> needs = new LinkedHashMap<>();

    /** Records what a name needs; names that are never given here themselves need nothing. */
    void put(String name, Set<String> needed) {
        needs.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(needed);
    }

    /** Returns the names, each after all that it needs; shorter than the graph where there is a cycle. */
    List<String> order() {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> users = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        needs.forEach((name, needed) -> {
            int count = 0;
            for (String other : needed) {
                if (needs.containsKey(other)) {
                    users.computeIfAbsent(other, key -> new ArrayList<>()).add(name);
                    count++;
                }
            }
            open.put(name, count);
            if (count == 0) {
                ready.add(name);
            }
        });
        List<String> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            String name = ready.remove();
            order.add(name);
            for (String user : users.getOrDefault(name, List.of())) {
                if (open.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        return order;
    }

    /** Returns the names of one cycle, each needing the next and the last the first; empty where there is none. */
    List<String> cycle() {
        Set<String> knotted = new LinkedHashSet<>(needs.keySet());
        order().forEach(knotted::remove);
        if (knotted.isEmpty()) {
            return List.of();
        }
        // Every knotted name needs a knotted one, so following them must come back to a name seen before.
        List<String> path = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        String name = knotted.iterator().next();
        while (seen.add(name)) {
            path.add(name);
            name = needs.getOrDefault(name, Set.of()).stream()
                    .filter(knotted::contains)
                    .findFirst()
                    .orElseThrow();
        }
        return path.subList(path.indexOf(name), path.size());
    }
}
