package org.orderengine.verification.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/**
 * The order of the packages below a base package: each may depend on those before it and on its own kind only.
 *
 * <p>A package counts under the first part of its name after the base, so {@code spi.store} counts as {@code spi} and
 * {@code json.internal} as {@code json}; the base package itself counts as {@link #BASE}. A package that is not listed breaks the rule:
 * adding one is deciding where it stands.
 *
 * @param base the package that all others lie under
 * @param order the packages from the innermost to the outermost; those of one set may depend on each other, cycles apart
 */
record Layers(String base, List<Set<String>> order) {

    /** What the types of the base package itself count under. */
    static final String BASE = "";

    Layers {
        order = List.copyOf(order);
    }

    ArchCondition<JavaClass> dependOnLowerLayersOnly() {
        return new ArchCondition<>("depend on packages before their own only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                int own = layerOf(type);
                if (own < 0) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no layer"));
                }
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (isInside(target) && layerOf(target) > own) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private boolean isInside(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(base + ".");
    }

    private int layerOf(JavaClass type) {
        if (!isInside(type)) {
            return -1;
        }
        String rest = (type.getPackageName() + ".").substring(base.length() + 1);
        String first = rest.isEmpty() ? BASE : rest.substring(0, rest.indexOf('.'));
        for (int layer = 0; layer < order.size(); layer++) {
            if (order.get(layer).contains(first)) {
                return layer;
            }
        }
        return -1;
    }
}
