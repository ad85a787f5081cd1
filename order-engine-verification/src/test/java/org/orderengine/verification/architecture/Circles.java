package org.orderengine.verification.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The circles of types that need each other, nested types counted as the type they lie in.
 *
 * <p>A circle is a strongly connected component of the dependencies: each of its types reaches each other one. A dependency is any
 * reference that stands in the compiled class: supertypes, permitted subtypes, signatures, fields, bodies.
 *
 * <p>Source: R. Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
final class Circles {

    private final Map<String, Set<String>> dependencies;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    private Circles(Map<String, Set<String>> dependencies) {
        this.dependencies = dependencies;
    }

    /** The circles of two types or more, the largest first. */
    static List<Set<String>> of(Collection<JavaClass> types) {
        Circles circles = new Circles(dependencies(types));
        for (String type : circles.dependencies.keySet()) {
            if (!circles.numbers.containsKey(type)) {
                circles.visit(type);
            }
        }
        circles.found.sort(Comparator.comparingInt((Set<String> circle) -> circle.size())
                .reversed()
                .thenComparing(Object::toString));
        return circles.found;
    }

    /** A condition that all types together break once for each circle of more types than the limit. */
    static ArchCondition<JavaClass> ofAtMost(int limit) {
        return new ArchCondition<>("form no circle of more than " + limit + " types") {

            private List<Set<String>> circles = List.of();

            @Override
            public void init(Collection<JavaClass> types) {
                circles = of(types);
                System.out.println("Largest circle: " + (circles.isEmpty() ? "none" : describe(circles.get(0))));
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                // all types together are checked at the end
            }

            @Override
            public void finish(ConditionEvents events) {
                circles.stream()
                        .filter(circle -> circle.size() > limit)
                        .forEach(circle -> events.add(SimpleConditionEvent.violated(circle, describe(circle))));
            }
        };
    }

    private static String describe(Set<String> circle) {
        return circle.size() + " types: " + String.join(", ", circle);
    }

    private static Map<String, Set<String>> dependencies(Collection<JavaClass> types) {
        Set<String> outermost = types.stream().map(Circles::outermost).collect(Collectors.toSet());
        Map<String, Set<String>> dependencies = new TreeMap<>();
        for (JavaClass type : types) {
            Set<String> targets = dependencies.computeIfAbsent(outermost(type), name -> new TreeSet<>());
            referenced(type)
                    .map(target -> outermost(target.getBaseComponentType()))
                    .filter(target -> outermost.contains(target) && !target.equals(outermost(type)))
                    .forEach(targets::add);
        }
        return dependencies;
    }

    /** ArchUnit does not count what a sealed type permits as a dependency; here it is one. */
    private static Stream<JavaClass> referenced(JavaClass type) {
        return Stream.concat(
                type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                type.getPermittedSubclasses().stream().flatMap(Set::stream));
    }

    private static String outermost(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }

    private void visit(String type) {
        int number = numbers.size();
        numbers.put(type, number);
        lowest.put(type, number);
        open.push(type);
        for (String target : dependencies.getOrDefault(type, Set.of())) {
            if (!numbers.containsKey(target)) {
                visit(target);
                lowest.merge(type, lowest.get(target), Math::min);
            } else if (open.contains(target)) {
                lowest.merge(type, numbers.get(target), Math::min);
            }
        }
        if (lowest.get(type) == number) {
            Set<String> circle = new TreeSet<>();
            String member;
            do {
                member = open.pop();
                circle.add(member);
            } while (!member.equals(type));
            if (circle.size() > 1) {
                found.add(circle);
            }
        }
    }
}
