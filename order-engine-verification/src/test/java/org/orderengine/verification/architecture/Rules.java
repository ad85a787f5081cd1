package org.orderengine.verification.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the architecture, each for whatever classes it is asked of. */
final class Rules {

    private static final Set<String> CLOCKS = Set.of("currentTimeMillis", "nanoTime", "randomUUID");
    private static final Set<String> RANDOM = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom");
    private static final Pattern DEFAULT_TYPING = Pattern.compile("(activate|enable)DefaultTyping.*|setDefaultTyping");

    private Rules() {}

    /** Packages below a base do not depend on each other in circles. */
    static ArchRule packagesAreFreeOfCycles(String base) {
        return slices().matching(base + ".(**)").should().beFreeOfCycles();
    }

    /** Packages depend on those before them only. */
    static ArchRule packagesDependInOneDirection(Layers layers) {
        return classes().that(resideInAPackage(layers.base() + "..")).should(layers.dependOnLowerLayersOnly());
    }

    /** A package stands on its own: it depends on no other package below the base. */
    static ArchRule dependsOnNothingElseOf(String base, String alone) {
        return noClasses()
                .that()
                .resideInAPackage(alone + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(base + "..").and(not(resideInAPackage(alone + ".."))));
    }

    /** No circle of more than a number of types runs through a package and those below it. The largest one is printed. */
    static ArchRule hasNoCircleOfMoreThan(int limit, String tree) {
        return classes().that(resideInAPackage(tree + "..")).should(Circles.ofAtMost(limit));
    }

    /** Time and chance come in as arguments, except in the packages and classes named. */
    static ArchRule timeAndChanceComeFromOutside(Set<String> exceptPackages, Set<String> exceptClasses) {
        return noClasses()
                .that(not(resideInAnyPackage(exceptPackages.toArray(String[]::new)))
                        .and(not(isOneOf(exceptClasses))))
                .should()
                .accessTargetWhere(readsAClockOrRollsDice())
                .orShould()
                .dependOnClassesThat(areClocksOrDice())
                .allowEmptyShould(false);
    }

    /** Deciding code neither logs nor reads nor writes. */
    static ArchRule decidingIsPure(String... packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.slf4j..", "java.nio.file..", "java.net..", "java.sql..", "java.util.logging..");
    }

    /** What a host sees names neither a library's types nor hidden ones. */
    static ArchRule signaturesNameOnlyTypesThatAHostSees() {
        return classes()
                .that(DescribedPredicate.describe("a host sees", Signatures::isSeen))
                .should(Signatures.nameOnlyTypesThatAHostSees());
    }

    /** No JSON text decides which class is made of it. */
    static ArchRule jsonNamesNoClasses() {
        return noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(JsonTypeInfo.class))
                .orShould()
                .accessTargetWhere(
                        DescribedPredicate.describe("switches Jackson's default typing on", access -> DEFAULT_TYPING
                                .matcher(access.getTarget().getName())
                                .matches()));
    }

    /** Records have at most so many components, except those named. */
    static ArchRule recordsHaveAtMost(int components, Set<String> except) {
        return classes()
                .that()
                .areRecords()
                .and(not(DescribedPredicate.describe("named", type -> except.contains(nameInPackage(type)))))
                .should(new ArchCondition<>("have at most " + components + " components") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        int has = components(type);
                        if (has > components) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " has " + has + " components; which of them are one part?"));
                        }
                    }
                });
    }

    /** The name of a type within its package: {@code Outer$Inner}. */
    static String nameInPackage(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1);
    }

    /** The number of components that a record has. */
    static int components(JavaClass type) {
        return (int) type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }

    private static DescribedPredicate<JavaClass> isOneOf(Set<String> names) {
        return DescribedPredicate.describe("named", type -> names.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> areClocksOrDice() {
        return DescribedPredicate.describe(
                "are clocks or dice", type -> type.isEquivalentTo(Clock.class) || RANDOM.contains(type.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClockOrRollsDice() {
        return DescribedPredicate.describe("reads a clock or rolls dice", access -> {
            AccessTarget target = access.getTarget();
            String owner = target.getOwner().getName();
            String name = target.getName();
            boolean now = name.equals("now") && owner.startsWith("java.time.");
            boolean system = name.equals("system") && target.getOwner().isEquivalentTo(InstantSource.class);
            boolean math = name.equals("random") && owner.equals("java.lang.Math");
            return now || system || math || CLOCKS.contains(name);
        });
    }
}
