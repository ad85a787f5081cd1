/**
 * What users of comparable systems have reported, each situation built here and held: a reader finds the whole list in one
 * place. A comment above each test says where it was reported. Depends on the shop of the engine's tests.
 */
@NullMarked
package org.orderengine.verification.pains;

import org.jspecify.annotations.NullMarked;
