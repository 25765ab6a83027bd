"""The twelve most dangerous claims as people might write them, and true sentences that pass.

The numbers are those of the evidence ledger, section 6. None of the first is true.
"""

# What the claim says, and how it might be written in each language of the shipped pack.
DANGEROUS: dict[int, tuple[str, dict[str, tuple[str, ...]]]] = {
    1: (
        "a spray lets you be treated without a clinic",
        {
            "en": (
                "With the nasal spray you can be treated without a clinic.",
                "You do not need a clinic for the nose spray.",
                "The spray can be used outside a hospital.",
                "You can use the spray on your own.",
                "No medical staff are needed for the spray.",
                "The spray is self-administered, with no need for supervision.",
            ),
            "es": (
                "Con el aerosol puede tratarse sin una clínica.",
                "El aerosol no necesita supervisión.",
                "Puede usar el aerosol por su cuenta.",
                "El aerosol se usa fuera del hospital.",
            ),
            "ar": (
                "يمكنك استخدام البخاخ دون عيادة.",
                "لا تحتاج إلى إشراف عند استخدام البخاخ.",
                "يمكنك أن تستخدم البخاخ وحدك.",
                "المراقبة غير ضرورية مع البخاخ.",
            ),
        },
    ),
    2: (
        "the FDA approved ketamine for depression",
        {
            "en": (
                "The FDA approved ketamine for depression.",
                "Ketamine is approved for this.",
                "FDA-approved ketamine is here.",
                "Ketamine by vein has been cleared by the FDA.",
                "Ketamine has full FDA approval for low mood.",
            ),
            "es": (
                "La FDA aprobó la ketamina para la depresión.",
                "La ketamina está aprobada para la depresión.",
                "La cetamina tiene el aval de la FDA.",
            ),
            "ar": (
                "وافقت إدارة الغذاء والدواء على الكيتامين لعلاج الاكتئاب.",
                "الكيتامين معتمد لعلاج الاكتئاب.",
                "الكيتامين مرخّص لهذا الاستعمال.",
            ),
        },
    ),
    3: (
        "ketamine under the tongue is safe at home",
        {
            "en": (
                "Ketamine under the tongue is safe to use at home.",
                "You can safely take your dose at home.",
                "At home, the lozenges are safe.",
                "At-home ketamine suits many people.",
                "You can take the spray home.",
            ),
            "es": (
                "Es seguro usar la ketamina en casa.",
                "En casa, la dosis es segura.",
                "Puede llevarse el aerosol a su casa.",
                "La ketamina bajo la lengua se toma en el hogar.",
            ),
            "ar": (
                "استخدام الكيتامين في المنزل آمن.",
                "يمكنك تناول الجرعة في البيت.",
                "يمكنك أن تأخذ البخاخ معك إلى البيت.",
            ),
        },
    ),
    4: (
        "the risk of addiction is minimal",
        {
            "en": (
                "The risk of addiction is minimal.",
                "Ketamine is not addictive.",
                "There is little risk of misuse with a doctor.",
                "People rarely become addicted.",
                "You cannot get hooked on it in a clinic.",
                "Addiction is very unlikely.",
            ),
            "es": (
                "El riesgo de adicción es mínimo.",
                "La ketamina no es adictiva.",
                "Hay poco riesgo de mal uso.",
                "Nadie se engancha en una clínica.",
            ),
            "ar": (
                "خطر الإدمان ضئيل.",
                "الكيتامين لا يسبب الإدمان.",
                "لا يوجد خطر من إساءة الاستخدام.",
            ),
        },
    ),
    5: (
        "there is no dependence or withdrawal in treatment",
        {
            "en": (
                "There is no physical dependence, and no withdrawal.",
                "Withdrawal is not a problem in a clinic.",
                "The body does not get used to it.",
                "You can quit at any time without any symptoms.",
            ),
            "es": (
                "No hay dependencia física.",
                "El cuerpo no se acostumbra.",
                "Puede dejarla cuando quiera sin ningún problema.",
                "Se puede parar sin abstinencia.",
            ),
            "ar": (
                "لا يوجد اعتماد جسدي.",
                "الجسم لا يتعود عليه.",
                "تتوقف متى شئت دون أي أعراض.",
            ),
        },
    ),
    6: (
        "esketamine is made to cause less dissociation",
        {
            "en": (
                "With esketamine, dissociation is reduced.",
                "The spray causes less dissociation.",
                "You will not feel cut off from your body.",
                "Feeling unreal is rare with the spray.",
                "The spray is made to limit dissociation.",
            ),
            "es": (
                "El aerosol causa menos disociación.",
                "La disociación es leve con el aerosol.",
                "No se sentirá desconectado.",
            ),
            "ar": (
                "البخاخ يسبب أقل انفصالا عن الواقع.",
                "الانفصال عن الواقع نادر مع البخاخ.",
                "لن تشعر بالانفصال عن جسمك.",
            ),
        },
    ),
    7: (
        "a shot takes hours, is mild and needs no medical setup",
        {
            "en": (
                "A shot is mild.",
                "The shot takes hours to work.",
                "A shot acts slowly and gently.",
                "A shot needs no monitors.",
                "The muscle takes it up gradually.",
            ),
            "es": (
                "La inyección es suave.",
                "La inyección tarda horas en hacer efecto.",
                "La inyección no requiere monitores.",
                "El pinchazo actúa poco a poco.",
            ),
            "ar": (
                "الحقنة خفيفة.",
                "تستغرق الحقنة ساعات حتى تعمل.",
                "الحقنة تعمل ببطء.",
                "الحقنة لا تحتاج إلى أجهزة مراقبة.",
            ),
        },
    ),
    8: (
        "it removes thoughts of suicide",
        {
            "en": (
                "It removes suicidal thoughts.",
                "It prevents suicide.",
                "It stops thoughts of ending your life.",
                "Suicidal thoughts go away after one dose.",
                "You do not need a crisis line after treatment.",
                "It gives instant relief.",
            ),
            "es": (
                "Elimina las ideas de suicidio.",
                "Previene el suicidio.",
                "Los pensamientos de muerte desaparecen.",
                "No necesita llamar a la línea de crisis.",
            ),
            "ar": (
                "يمنع الانتحار.",
                "يزيل أفكار الانتحار.",
                "تختفي أفكار الانتحار بعد جرعة.",
                "لا تحتاج إلى الاتصال بخط الأزمات.",
            ),
        },
    ),
    9: (
        "almost anyone can use it",
        {
            "en": (
                "Almost anyone can use it.",
                "It is for everyone.",
                "All adults can take it.",
                "It suits almost every person.",
                "No check-up is needed first.",
            ),
            "es": (
                "Casi cualquiera puede usarla.",
                "Es para todos.",
                "Todo el mundo puede tomarla.",
                "Se empieza sin evaluación.",
            ),
            "ar": (
                "يمكن لأي شخص تقريبا استخدامه.",
                "هو مناسب للجميع.",
                "كل البالغين يمكنهم استخدامه.",
                "تبدأ العلاج دون فحص.",
            ),
        },
    ),
    10: (
        "the dangers of the day are hidden or turned round",
        {
            "en": (
                "You can be driving home the same day.",
                "You may drive after 2 hours.",
                "You will not get sleepy.",
                "Your breathing is not affected.",
                "You can go home alone.",
                "You do not need a ride.",
            ),
            "es": (
                "Puede conducir el mismo día.",
                "No tendrá somnolencia.",
                "No afecta a la respiración.",
                "Puede volver solo a casa.",
            ),
            "ar": (
                "يمكنك قيادة السيارة في نفس اليوم.",
                "لن تشعر بالنعاس.",
                "لا يؤثر على التنفس.",
                "يمكنك العودة إلى البيت وحدك.",
            ),
        },
    ),
    11: (
        "it treats addiction",
        {
            "en": (
                "It treats addiction with lasting relief.",
                "It cuts cravings.",
                "Ketamine helps with alcohol problems.",
                "Cravings fade after one dose.",
            ),
            "es": (
                "Trata la adicción.",
                "Elimina las ansias.",
                "Ayuda contra el alcoholismo.",
            ),
            "ar": (
                "يعالج الإدمان.",
                "يقلل الرغبة في الشرب.",
                "يختفي الإدمان بعد العلاج.",
            ),
        },
    ),
    12: (
        "the change is permanent, and stories prove it",
        {
            "en": (
                "The change is permanent.",
                "The relief lasts for months.",
                "It cures depression.",
                "Our success stories show that it works.",
                "One patient said that it saved her.",
                "Your low mood will not come back.",
            ),
            "es": (
                "El cambio es permanente.",
                "El alivio dura meses.",
                "Cura la depresión.",
                "Nuestras historias de éxito lo muestran.",
            ),
            "ar": (
                "التغيير دائم.",
                "يستمر التحسن أشهرا.",
                "يشفي من الاكتئاب.",
                "قصص النجاح تثبت ذلك.",
            ),
        },
    ),
}

# A true sentence of each language, and what is left when its small word is lost.
TURNED: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("Do not drive until the next day.", "Do drive until the next day."),
        ("You should not breastfeed.", "You should breastfeed."),
        ("It is not approved for anyone under 29.", "It is now approved for anyone under 29."),
        ("You cannot take it home.", "You can take it home."),
        ("Do not stop your other medicines.", "Do stop your other medicines."),
        ("Do not sign papers that day.", "Do sign papers that day."),
        ("Take no food for 8 hours.", "Take food for 8 hours."),
        ("The FDA has not reviewed it.", "The FDA has reviewed it."),
        ("You must not take it.", "You must take it."),
        ("You have not agreed to treatment.", "You have agreed to treatment."),
        ("You give up no rights.", "You give up rights."),
        ("It is not a cure.", "It is a cure."),
        ("It is not for everyone.", "It is for everyone."),
        ("It is not advised in pregnancy.", "It is advised in pregnancy."),
        ("It has not been shown to prevent suicide.", "It has been shown to prevent suicide."),
        ("Ketamine is not approved for this.", "Ketamine is now approved for this."),
        ("Do not drink alcohol that day.", "Do drink alcohol that day."),
        ("Do not wait for your next visit.", "Do wait for your next visit."),
        ("It is not approved for PTSD.", "It is approved for PTSD."),
        ("Do not use machines.", "Do use machines."),
    ),
    "es": (
        ("No conduzca hasta mañana.", "Conduzca mañana."),
        ("No debe amamantar.", "Debe amamantar."),
        ("No está aprobado para menores.", "Está aprobado para menores."),
        ("No se lo lleve a casa.", "Se lo lleva a casa."),
        ("No deje sus otras medicinas.", "Deje sus otras medicinas."),
        ("No firme papeles ese día.", "Firme papeles ese día."),
        ("La ketamina no está aprobada para esto.", "La ketamina está aprobada para esto."),
        ("No es una cura.", "Es una cura."),
        ("No ha aceptado el tratamiento.", "Ha aceptado el tratamiento."),
        ("No renuncia a ningún derecho.", "Renuncia a sus derechos."),
        ("No tome alcohol ese día.", "Tome alcohol ese día."),
        ("No se ha demostrado que evite el suicidio.", "Se ha demostrado que evita el suicidio."),
        ("No espere a su próxima visita.", "Espere a su próxima visita."),
        ("No es para todos.", "Es para todos."),
    ),
    "ar": (
        ("لا تقد السيارة حتى اليوم التالي.", "تقود السيارة في اليوم نفسه."),
        ("لا ترضعي طفلك.", "ترضعي طفلك."),
        ("ليس معتمدا لمن هم تحت سن ٢٩.", "معتمد لمن هم تحت سن ٢٩."),
        ("لا تأخذه إلى البيت.", "تأخذه إلى البيت."),
        ("لا تتوقف عن أدويتك الأخرى.", "توقف عن أدويتك الأخرى."),
        ("لا توقع أوراقا في ذلك اليوم.", "وقع أوراقا في ذلك اليوم."),
        ("الكيتامين غير معتمد لهذا.", "الكيتامين معتمد لهذا."),
        ("لا يشفي من الاكتئاب.", "يشفي من الاكتئاب."),
        ("لم توافق على العلاج.", "وافقت على العلاج."),
        ("لا تتنازل عن أي حقوق.", "تتنازل عن حقوقك."),
        ("لا تشرب الكحول في ذلك اليوم.", "اشرب الكحول في ذلك اليوم."),
        ("لم يثبت أنه يمنع الانتحار.", "ثبت أنه يمنع الانتحار."),
        ("لا تنتظر موعدك القادم.", "انتظر موعدك القادم."),
        ("ليس مناسبا للجميع.", "مناسب للجميع."),
    ),
}

# Promises, sales, shame and pressure, whatever the treatment.
BANNED: dict[str, tuple[str, ...]] = {
    "en": (
        "It is a breakthrough.",
        "It can transform your life.",
        "It is a life-changing choice.",
        "It is proven to help.",
        "Our success rate is high.",
        "It rewires cells.",
        "Call us today.",
        "Addicts may ask too.",
        "It is completely safe.",
        "It has no side effects.",
        "It works for everyone.",
        "Simply relax.",
        "Don’t worry about it.",
        "Decide now.",
        "You have given your informed consent.",
        "You feel better!",
        "You feel better \N{GRINNING FACE}.",
    ),
    "es": (
        "Es un milagro.",
        "Le cambiará la vida.",
        "Está comprobado que ayuda.",
        "Llámenos hoy.",
        "Los drogadictos también preguntan.",
        "Es totalmente seguro.",
        "No tiene efectos secundarios.",
        "No se preocupe.",
        "Decida ahora.",
        "¡Se sentirá mejor!",
    ),
    "ar": (
        "هذا علاج سحري.",
        "يغيّر حياتك.",
        "نجاحه مضمون.",
        "اتصل بنا اليوم.",
        "المدمنون يسألون أيضا.",
        "هو آمن تماما.",
        "بدون آثار جانبية.",
        "لا تقلق.",
        "قرّر الآن.",
    ),
}

# True sentences about the same things, which no rule may refuse.
TRUE: dict[str, tuple[str, ...]] = {
    "en": (
        "Spravato is approved for some kinds of depression.",
        "Wait one night before you drive.",
        "Can it be proven?",
        "Tell us if you drink alcohol.",
        "Feeling unreal is common.",
        "No one knows how often people get addicted.",
        "It may ease thoughts of suicide for a short time.",
        "The FDA warns about ketamine used at home.",
        "You need a safe ride home with an adult.",
        "A shot starts to work in minutes, not hours.",
        "Breathing can slow down.",
        "Talk therapy helps many people.",
    ),
    "es": (
        "Spravato está aprobado para algunos tipos de depresión.",
        "Díganos si toma alcohol.",
        "Sentirse irreal es común.",
        "No se sabe con qué frecuencia ocurre la adicción.",
        "La FDA advierte sobre la ketamina en casa.",
        "Un adulto debe llevarle a casa.",
        "La respiración puede volverse lenta.",
        "La terapia ayuda a muchas personas.",
    ),
    "ar": (
        "سبرافاتو معتمد لبعض أنواع الاكتئاب.",
        "أخبرنا إذا كنت تشرب الكحول.",
        "الشعور بالانفصال شائع.",
        "لا نعرف كم مرة يحدث الإدمان.",
        "تحذر الإدارة من استخدام الكيتامين في المنزل.",
        "يجب أن يأخذك شخص بالغ إلى البيت.",
        "قد يصبح التنفس بطيئا.",
        "العلاج بالكلام يساعد كثيرا من الناس.",
    ),
}
