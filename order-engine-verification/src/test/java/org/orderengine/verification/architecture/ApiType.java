package org.orderengine.verification.architecture;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a host sees of one type: a line for the type itself, and one for each of its public and protected members, sorted.
 * What every record, enum or object has is left out; what a hidden supertype hands down is taken in.
 */
record ApiType(Class<?> type) {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals(Object)", "hashCode()", "toString()");
    private static final Set<String> OF_EVERY_ENUM = Set.of("values()", "valueOf(String)");

    /** A type that can be named outside of its package. */
    static boolean isSeen(Class<?> type) {
        return isSeen(type.getModifiers())
                && !type.isAnonymousClass()
                && !type.isLocalClass()
                && (type.getEnclosingClass() == null || isSeen(type.getEnclosingClass()));
    }

    String head() {
        Stream<String> supertypes = Stream.of(type.getAnnotatedSuperclass())
                .filter(it -> it != null && !type.isRecord() && !type.isEnum() && type.getSuperclass() != Object.class)
                .filter(it -> isSeen(type.getSuperclass()))
                .map(ApiWords::type);
        return words(
                deprecated(type),
                modifiers(),
                kind(),
                ApiWords.name(type) + ApiWords.parameters(type.getTypeParameters()) + components(),
                clause("extends", supertypes),
                clause(type.isInterface() ? "extends" : "implements", interfaces(type)),
                clause("permits", permitted()));
    }

    List<String> members() {
        Set<String> sorted = new TreeSet<>();
        if (!type.isEnum()) {
            Stream.of(type.getDeclaredConstructors())
                    .filter(it -> isSeen(it.getModifiers()) && !isCanonical(it))
                    .forEach(it -> sorted.add(line(it)));
        }
        collect(type, sorted);
        Stream<String> constants = Stream.of(type.getDeclaredFields())
                .filter(Field::isEnumConstant)
                .map(Field::getName);
        return Stream.concat(Stream.of(clause("constants", constants)), sorted.stream())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void collect(Class<?> from, Set<String> lines) {
        Stream.of(from.getDeclaredFields())
                .filter(it -> isSeen(it.getModifiers()) && !it.isSynthetic() && !it.isEnumConstant())
                .forEach(it -> lines.add(line(it)));
        Stream.of(from.getDeclaredMethods())
                .filter(it -> isSeen(it.getModifiers()) && !it.isSynthetic() && !goesWithoutSaying(it))
                .forEach(it -> lines.add(line(it)));
        Stream.concat(Stream.ofNullable(from.getSuperclass()), Stream.of(from.getInterfaces()))
                .filter(supertype -> !isSeen(supertype))
                .forEach(hidden -> collect(hidden, lines));
    }

    private boolean goesWithoutSaying(Method method) {
        String signature = method.getName()
                + Stream.of(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(joining(",", "(", ")"));
        boolean component = type.isRecord()
                && method.getParameterCount() == 0
                && Stream.of(type.getRecordComponents())
                        .anyMatch(it -> it.getName().equals(method.getName()));
        return component || OF_EVERY_OBJECT.contains(signature) || (type.isEnum() && OF_EVERY_ENUM.contains(signature));
    }

    private boolean isCanonical(Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Stream.of(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "annotation";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
    }

    private String modifiers() {
        boolean plain = type.isInterface() || type.isRecord() || type.isEnum();
        boolean open = Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .anyMatch(Class::isSealed);
        return words(
                Modifier.isProtected(type.getModifiers()) ? "protected" : "",
                Modifier.isAbstract(type.getModifiers()) && !plain ? "abstract" : "",
                Modifier.isFinal(type.getModifiers()) && !plain ? "final" : "",
                type.isSealed() ? "sealed" : "",
                open && !type.isSealed() && !Modifier.isFinal(type.getModifiers()) ? "non-sealed" : "");
    }

    private String components() {
        return type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(it -> ApiWords.type(it.getAnnotatedType()) + " " + it.getName())
                        .collect(joining(", ", "(", ")"))
                : "";
    }

    private static Stream<String> interfaces(Class<?> type) {
        Stream<String> inherited = Stream.concat(
                        Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
                .filter(supertype -> !isSeen(supertype))
                .flatMap(ApiType::interfaces);
        Stream<String> own = Stream.of(type.getAnnotatedInterfaces())
                .filter(it -> isSeen(ApiWords.erasure(it.getType())))
                .map(ApiWords::type);
        return Stream.concat(own, inherited).distinct().sorted();
    }

    private Stream<String> permitted() {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses())
                        .filter(ApiType::isSeen)
                        .map(ApiWords::name)
                        .sorted()
                : Stream.empty();
    }

    private static String line(Constructor<?> constructor) {
        return words(deprecated(constructor), modifiers(constructor), "new" + parameters(constructor));
    }

    private static String line(Method method) {
        return words(
                deprecated(method),
                modifiers(method),
                method.isDefault() ? "default" : "",
                ApiWords.parameters(method.getTypeParameters()),
                ApiWords.type(method.getAnnotatedReturnType()),
                method.getName() + parameters(method),
                method.getDefaultValue() == null ? "" : "default " + method.getDefaultValue());
    }

    private static String line(Field field) {
        return words(
                deprecated(field),
                modifiers(field.getModifiers(), false),
                ApiWords.type(field.getAnnotatedType()),
                field.getName());
    }

    private static String parameters(Executable of) {
        String parameters =
                Stream.of(of.getParameters()).map(ApiType::parameter).collect(joining(", ", "(", ")"));
        return parameters
                + clause(" throws", Stream.of(of.getAnnotatedExceptionTypes()).map(ApiWords::type));
    }

    private static String parameter(Parameter parameter) {
        String type = ApiWords.type(parameter.getAnnotatedType());
        String shown = parameter.isVarArgs() ? type.substring(0, type.lastIndexOf("[]")) + "..." : type;
        return shown + " " + parameter.getName();
    }

    private static String modifiers(Executable of) {
        return modifiers(of.getModifiers(), of.getDeclaringClass().isInterface());
    }

    private static String modifiers(int modifiers, boolean ofAnInterface) {
        return words(
                Modifier.isProtected(modifiers) ? "protected" : "",
                Modifier.isStatic(modifiers) ? "static" : "",
                Modifier.isAbstract(modifiers) && !ofAnInterface ? "abstract" : "",
                Modifier.isFinal(modifiers) ? "final" : "");
    }

    private static String deprecated(AnnotatedElement element) {
        return element.isAnnotationPresent(Deprecated.class) ? "@Deprecated" : "";
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String clause(String word, Stream<String> names) {
        String joined = names.collect(joining(", "));
        return joined.isEmpty() ? "" : word + " " + joined;
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(joining(" "));
    }
}
