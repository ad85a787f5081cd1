package org.orderengine.verification.architecture;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a host reads first and finds no comment on: public types, components of public records with a file of their
 * own, and the methods of public interfaces that a host implements or calls.
 */
final class MissingComments extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees comments;
    private final List<String> missing = new ArrayList<>();

    private MissingComments(DocTrees comments) {
        this.comments = comments;
    }

    /** The names, as {@code Type}, {@code Type.method} or {@code Type(component)}, in the order of the sources. */
    static List<String> in(Iterable<? extends JavaFileObject> sources) {
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, null, List.of("-proc:none"), null, sources);
        MissingComments finder = new MissingComments(DocTrees.instance(task));
        try {
            for (CompilationUnitTree unit : task.parse()) {
                finder.scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return finder.missing;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
        if (isPublic()) {
            DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
            if (comment == null || comment.getFirstSentence().isEmpty()) {
                missing.add(name());
            } else if (type.getKind() == Tree.Kind.RECORD && isTopLevel()) {
                componentsWithoutTag(type, comment).forEach(component -> missing.add(name() + "(" + component + ")"));
            }
        }
        return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
        TreePath owner = getCurrentPath().getParentPath();
        boolean inInterface = owner.getLeaf().getKind() == Tree.Kind.INTERFACE;
        boolean own = method.getModifiers().getAnnotations().stream()
                .noneMatch(
                        annotation -> annotation.getAnnotationType().toString().equals("Override"));
        boolean hidden = method.getModifiers().getFlags().contains(Modifier.PRIVATE);
        if (inInterface && own && !hidden && isPublic() && comments.getDocCommentTree(getCurrentPath()) == null) {
            missing.add(name() + "." + method.getName());
        }
        return null;
    }

    private static List<String> componentsWithoutTag(ClassTree type, DocCommentTree comment) {
        Set<String> described = comment.getBlockTags().stream()
                .filter(tag -> tag instanceof ParamTree)
                .map(tag -> ((ParamTree) tag).getName().toString())
                .collect(Collectors.toSet());
        return type.getMembers().stream()
                .filter(member -> member instanceof VariableTree)
                .map(member -> (VariableTree) member)
                .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
                .map(field -> field.getName().toString())
                .filter(name -> !described.contains(name))
                .toList();
    }

    /** Whether the type that the current path is at or in is public, as are all around it. */
    private boolean isPublic() {
        boolean inInterface = false;
        for (Tree tree : getCurrentPath()) {
            if (tree instanceof ClassTree type) {
                inInterface = isMemberOfInterface(type);
                if (!inInterface && !type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isMemberOfInterface(ClassTree type) {
        TreePath path = getCurrentPath();
        while (path.getLeaf() != type) {
            path = path.getParentPath();
        }
        return path.getParentPath().getLeaf().getKind() == Tree.Kind.INTERFACE;
    }

    private boolean isTopLevel() {
        return getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (Tree tree : getCurrentPath()) {
            if (tree instanceof ClassTree type) {
                name.insert(0, name.isEmpty() ? "" : ".").insert(0, type.getSimpleName());
            }
        }
        return name.toString();
    }
}
