package org.orderengine.verification.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules show what hosts use and hide the rest. */
class ModulesTest {

    private static final ModuleFinder CLASS_PATH =
            ModuleFinder.of(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(Path::of)
                    .filter(path -> path.toString().matches(".*order-engine-(spi|core).*"))
                    .toArray(Path[]::new));

    @ParameterizedTest
    @ValueSource(strings = {"org.orderengine.spi", "org.orderengine.core"})
    void a_module_exports_the_packages_with_public_types_except_hidden_ones(String module) {
        ModuleReference reference = CLASS_PATH.find(module).orElseThrow();

        Set<String> exported = reference.descriptor().exports().stream()
                .filter(export -> !export.isQualified())
                .map(ModuleDescriptor.Exports::source)
                .collect(toCollection(TreeSet::new));

        assertThat(exported).isNotEmpty().isEqualTo(packagesThatAHostSees(reference));
    }

    @Test
    void spi_requires_the_jdk_only() {
        assertThat(requiredAtRunTimeBy("org.orderengine.spi")).containsExactly("java.base");
    }

    @Test
    void core_requires_spi_jackson_and_slf4j_only() {
        assertThat(requiredAtRunTimeBy("org.orderengine.core"))
                .containsExactlyInAnyOrder(
                        "java.base", "org.orderengine.spi", "com.fasterxml.jackson.databind", "org.slf4j");
    }

    private static Set<String> packagesThatAHostSees(ModuleReference module) {
        Set<String> packages = module.descriptor().packages();
        return Code.PUBLISHED.stream()
                .filter(Signatures::isSeen)
                .map(JavaClass::getPackageName)
                .filter(packages::contains)
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> requiredAtRunTimeBy(String module) {
        return CLASS_PATH.find(module).orElseThrow().descriptor().requires().stream()
                .filter(required -> !required.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name)
                .collect(Collectors.toSet());
    }
}
