package org.orderengine.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The compiled code that the rules are asked of. */
final class Code {

    /** All of order-engine but its tests. */
    static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.orderengine");

    /** Small classes that break the rules on purpose. */
    static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("org.orderengine.verification.architecture.broken");

    private Code() {}
}
