package org.orderengine.verification.architecture;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types that a module shows to hosts: the public ones of the packages that its descriptor exports; without a descriptor,
 * those of all packages but internal ones.
 */
record PublicApi(String module, List<Class<?>> types) {

    PublicApi {
        types = List.copyOf(types);
    }

    static PublicApi of(PublishedModule module) throws IOException {
        Path entry = module.compiled();
        if (Files.isDirectory(entry)) {
            return in(module, entry);
        }
        try (FileSystem jar = FileSystems.newFileSystem(entry)) {
            return in(module, jar.getPath("/"));
        }
    }

    private static PublicApi in(PublishedModule module, Path root) throws IOException {
        Set<String> exported = exported(root.resolve("module-info.class"));
        try (Stream<Path> files = Files.walk(root)) {
            return new PublicApi(
                    module.artifact(),
                    files.map(file -> root.relativize(file).toString())
                            .filter(file -> file.startsWith("org/orderengine/") && file.endsWith(".class"))
                            .map(file -> file.substring(0, file.length() - ".class".length())
                                    .replace('/', '.'))
                            .filter(name -> !name.endsWith("package-info"))
                            .filter(name -> isExported(name.substring(0, name.lastIndexOf('.')), exported))
                            .<Class<?>>map(PublicApi::load)
                            .filter(ApiType::isSeen)
                            .toList());
        }
    }

    private static boolean isExported(String name, Set<String> exported) {
        return exported.isEmpty() ? !name.contains(".internal") : exported.contains(name);
    }

    private static Set<String> exported(Path descriptor) throws IOException {
        if (!Files.exists(descriptor)) {
            return Set.of();
        }
        try (InputStream content = Files.newInputStream(descriptor)) {
            return ModuleDescriptor.read(content).exports().stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** All types with their members, by package; how many there are stands at the head. */
    String text() {
        Map<String, List<Class<?>>> packages =
                types.stream().collect(groupingBy(Class::getPackageName, TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        text.append("# What a host sees of ").append(module).append(", written by PublicApiTest: ");
        text.append(types.size()).append(" types in ").append(packages.size()).append(" packages\n");
        packages.forEach((name, inside) -> {
            text.append("\n# ").append(name).append(": ").append(inside.size()).append("\n");
            inside.stream()
                    .sorted(Comparator.comparing(Class::getName))
                    .map(ApiType::new)
                    .forEach(type -> {
                        text.append('\n').append(type.head()).append('\n');
                        type.members()
                                .forEach(member ->
                                        text.append("    ").append(member).append('\n'));
                    });
        });
        return text.toString();
    }

    /** What one text lacks of another, and what it has beyond it: a line each, a member with its type. */
    static List<String> changes(String before, String after) {
        Set<String> old = entries(before);
        Set<String> now = entries(after);
        return Stream.concat(
                        old.stream().filter(entry -> !now.contains(entry)).map(entry -> "- " + entry),
                        now.stream().filter(entry -> !old.contains(entry)).map(entry -> "+ " + entry))
                .toList();
    }

    private static Set<String> entries(String text) {
        Set<String> entries = new LinkedHashSet<>();
        String type = "";
        for (String line :
                text.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()) {
            if (line.startsWith(" ")) {
                entries.add(type + ": " + line.strip());
            } else {
                type = nameIn(line);
                entries.add(line);
            }
        }
        return entries;
    }

    /** The first word with a dot in it: modifiers and kinds have none. */
    private static String nameIn(String head) {
        return Stream.of(head.split("[ (<]", -1))
                .filter(word -> word.contains("."))
                .findFirst()
                .orElse(head);
    }
}
