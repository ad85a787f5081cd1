package org.orderengine.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a host sees of a type: its supertypes and the signatures of its public and protected members. */
final class Signatures {

    /** Packages whose public types are for other packages of order-engine, as those of any package named internal. */
    private static final Set<String> HIDDEN = Set.of(
            "org.orderengine.decision.action",
            "org.orderengine.decision.child",
            "org.orderengine.decision.draft",
            "org.orderengine.decision.effect",
            "org.orderengine.decision.flow",
            "org.orderengine.decision.migrate",
            "org.orderengine.dispatch",
            "org.orderengine.feed.delivery",
            "org.orderengine.json",
            "org.orderengine.machine.chart",
            "org.orderengine.machine.check",
            "org.orderengine.orders.stored",
            "org.orderengine.pricing.offer",
            "org.orderengine.pricing.quote",
            "org.orderengine.process.chart",
            "org.orderengine.process.check",
            "org.orderengine.process.compiled",
            "org.orderengine.process.finding",
            "org.orderengine.process.vocabulary",
            "org.orderengine.source",
            "org.orderengine.text");

    private Signatures() {}

    /**
     * Names only types that the host can see: the JDK's, and public ones of order-engine outside of hidden packages. A
     * superclass may be hidden in the same package: javac gives the type a bridge for each method that it hands down, and
     * those are looked at.
     */
    static ArchCondition<JavaClass> nameOnlyTypesThatAHostSees() {
        return new ArchCondition<>("name only types that a host sees in their signatures") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                supertypes(type)
                        .filter(seen -> !seen.toErasure().getPackageName().equals(type.getPackageName()))
                        .forEach(seen -> report(type, type.getName(), seen, events));
                type.getMembers().stream().filter(Signatures::isSeen).forEach(member -> types(member)
                        .forEach(seen -> report(type, member.getFullName(), seen, events)));
            }
        };
    }

    /** A public type, nested in public types only, outside of hidden packages. */
    static boolean isSeen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().contains(".internal")
                && !HIDDEN.contains(type.getPackageName())
                && type.getEnclosingClass().map(Signatures::isSeen).orElse(true);
    }

    private static boolean isSeen(JavaMember member) {
        return member.getModifiers().contains(JavaModifier.PUBLIC)
                || member.getModifiers().contains(JavaModifier.PROTECTED);
    }

    private static void report(JavaClass owner, String place, JavaType seen, ConditionEvents events) {
        seen.getAllInvolvedRawTypes().stream()
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !isAllowed(type))
                .map(type -> place + " names " + type.getName())
                .forEach(message -> events.add(SimpleConditionEvent.violated(owner, message)));
    }

    private static boolean isAllowed(JavaClass type) {
        String name = type.getPackageName();
        return type.isPrimitive()
                || name.startsWith("java.")
                || name.startsWith("javax.sql")
                || (name.startsWith("org.orderengine.") && isSeen(type));
    }

    private static Stream<JavaType> supertypes(JavaClass type) {
        Optional<JavaType> superclass = type.getSuperclass();
        return Stream.of(superclass.stream(), type.getInterfaces().stream(), bounds(type.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) {
            return Stream.of(field.getType());
        }
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream(),
                        bounds(code.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaType> bounds(List<? extends JavaTypeVariable<?>> parameters) {
        return parameters.stream().flatMap(parameter -> parameter.getUpperBounds().stream());
    }
}
