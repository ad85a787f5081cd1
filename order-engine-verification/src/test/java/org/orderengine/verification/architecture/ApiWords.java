package org.orderengine.verification.architecture;

import static java.util.stream.Collectors.joining;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a file of exported types: types with their arguments, bounds and nullness. Common packages of the JDK and the
 * first part of order-engine's own are left out, to keep lines short.
 */
final class ApiWords {

    private static final Set<String> UNNAMED =
            Set.of("java.lang", "java.math", "java.time", "java.util", "java.util.function", "java.util.stream");
    private static final String OWN = "org.orderengine.";

    private ApiWords() {}

    static String name(Class<?> type) {
        String name = type.getCanonicalName();
        if (name.startsWith(OWN)) {
            return name.substring(OWN.length());
        }
        String start = type.getPackageName() + ".";
        return UNNAMED.contains(type.getPackageName()) && name.startsWith(start)
                ? name.substring(start.length())
                : name;
    }

    static Class<?> erasure(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    static String list(AnnotatedType[] types) {
        return Stream.of(types).map(ApiWords::type).collect(joining(", "));
    }

    static String type(AnnotatedType type) {
        String nullable = type.isAnnotationPresent(Nullable.class) ? "@Nullable " : "";
        if (type instanceof AnnotatedArrayType array) {
            String component = type(array.getAnnotatedGenericComponentType());
            return component + (nullable.isEmpty() ? "[]" : " @Nullable []");
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return nullable + name(erasure(type.getType())) + "<"
                    + list(parameterized.getAnnotatedActualTypeArguments()) + ">";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        return nullable + plain(type.getType());
    }

    /** The type parameters of a type or a method in angle brackets, or nothing. */
    static String parameters(TypeVariable<?>[] parameters) {
        return parameters.length == 0
                ? ""
                : Arrays.stream(parameters).map(ApiWords::parameter).collect(joining(", ", "<", ">"));
    }

    private static String parameter(TypeVariable<?> parameter) {
        String bounds = Stream.of(parameter.getAnnotatedBounds())
                .map(ApiWords::type)
                .filter(bound -> !bound.equals("Object"))
                .collect(joining(" & "));
        return parameter.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private static String wildcard(AnnotatedWildcardType wildcard) {
        if (wildcard.getAnnotatedLowerBounds().length > 0) {
            return "? super " + list(wildcard.getAnnotatedLowerBounds());
        }
        String upper = list(wildcard.getAnnotatedUpperBounds());
        return upper.isEmpty() || upper.equals("Object") ? "?" : "? extends " + upper;
    }

    private static String plain(Type type) {
        return type instanceof Class<?> raw ? name(raw) : type.getTypeName();
    }
}
