/** Breaks rules: depends on a package that is not before it, and shows what it must hide. */
@NullMarked
package org.orderengine.verification.architecture.broken.model;

import org.jspecify.annotations.NullMarked;
