package no.klarert.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.klarert.policy.regex.XmlPattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What the published module promises: it needs the JDK alone, and nobody meets a type that he cannot name. */
class PublishedModuleTest {
    private static final String OURS = "no.klarert.";

    /** Looks like something exported, and is not: it speaks of a type from a package that stays inside. */
    @SuppressWarnings("unused")
    public static class Indiscreet {
        public List<? extends XmlPattern[]> patterns() {
            return List.of();
        }

        Set<XmlPattern> ofNobodysConcern() {
            return Set.of();
        }
    }

    @Test
    void needs_only_the_jdk_at_run_time() throws IOException {
        var needed = descriptor().requires().stream()
                .filter(module -> !module.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name);
        assertThat(needed).containsExactlyInAnyOrder("java.base", "java.xml");
    }

    @Test
    void needs_only_annotations_beside_it_to_be_compiled_against() throws IOException {
        var optional = descriptor().requires().stream()
                .filter(module -> module.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                .map(ModuleDescriptor.Requires::name);
        assertThat(optional).containsExactly("org.jspecify");
    }

    @Test
    void exports_to_everybody_and_opens_nothing() throws IOException {
        assertThat(descriptor().exports()).noneMatch(ModuleDescriptor.Exports::isQualified);
        assertThat(descriptor().opens()).isEmpty();
    }

    @Test
    void exported_types_speak_only_of_exported_types() throws Exception {
        var exported = descriptor().exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
        var types = new ArrayList<Class<?>>();
        for (var name : exported) {
            types.addAll(publicTypes(name));
        }
        assertThat(types).hasSizeGreaterThan(30).contains(PolicyCompiler.class, CompilationResult.Compiled.class);
        assertThat(types).allSatisfy(type -> assertThat(packagesNamedBy(type)).isSubsetOf(exported));
    }

    @Test
    void a_type_that_speaks_of_what_is_inside_would_be_found() {
        assertThat(packagesNamedBy(Indiscreet.class)).containsExactly("no.klarert.policy.regex");
    }

    private static ModuleDescriptor descriptor() throws IOException {
        var declaration = classes().resolve("module-info.class");
        Assumptions.assumeTrue(Files.exists(declaration), "compiled without its module declaration");
        return ModuleDescriptor.read(ByteBuffer.wrap(Files.readAllBytes(declaration)));
    }

    private static Path classes() {
        return Path.of(URI.create(PolicyCompiler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    private static List<Class<?>> publicTypes(String packageName) throws Exception {
        var types = new ArrayList<Class<?>>();
        try (var files = Files.list(classes().resolve(packageName.replace('.', '/')))) {
            for (var file : files.map(Path::getFileName).map(Path::toString).toList()) {
                if (file.endsWith(".class") && !file.equals("package-info.class")) {
                    types.add(Class.forName(packageName + "." + file.substring(0, file.length() - 6)));
                }
            }
        }
        types.removeIf(type -> !isSeen(type));
        return types;
    }

    private static boolean isSeen(Class<?> type) {
        var outer = type.getDeclaringClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isSeen(outer));
    }

    /** Our packages in everything that a user of the type can see. */
    private static Set<String> packagesNamedBy(Class<?> type) {
        var named = new TreeSet<String>();
        addAll(named, type.getGenericInterfaces());
        if (type.getGenericSuperclass() != null) {
            addAll(named, type.getGenericSuperclass());
        }
        Stream.of(type.getDeclaredFields(), type.getDeclaredMethods(), type.getDeclaredConstructors())
                .flatMap(Arrays::stream)
                .filter(member -> isPromised((Member) member))
                .forEach(member -> addAll(named, typesOf(member)));
        return named;
    }

    private static boolean isPromised(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static Type[] typesOf(AnnotatedElement member) {
        var types = new ArrayList<Type>();
        if (member instanceof Field field) {
            types.add(field.getGenericType());
        }
        if (member instanceof Method method) {
            types.add(method.getGenericReturnType());
        }
        if (member instanceof Executable executable) {
            types.addAll(List.of(executable.getGenericParameterTypes()));
            types.addAll(List.of(executable.getGenericExceptionTypes()));
        }
        return types.toArray(Type[]::new);
    }

    private static void addAll(Set<String> named, Type... types) {
        for (var type : types) {
            if (type instanceof ParameterizedType generic) {
                addAll(named, generic.getRawType());
                addAll(named, generic.getActualTypeArguments());
            } else if (type instanceof WildcardType wildcard) {
                addAll(named, wildcard.getUpperBounds());
                addAll(named, wildcard.getLowerBounds());
            } else if (type instanceof GenericArrayType array) {
                addAll(named, array.getGenericComponentType());
            } else if (type instanceof Class<?> plain) {
                add(named, plain);
            }
        }
    }

    private static void add(Set<String> named, Class<?> type) {
        var element = type.isArray() ? type.componentType() : type;
        if (element.getPackageName().startsWith(OURS)) {
            named.add(element.getPackageName());
        }
    }
}
